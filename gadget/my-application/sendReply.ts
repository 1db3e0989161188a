import type { ReplyAction } from '../../shared/actions/mark.ts';
import { msg, localizeText } from '../ui/msg.ts';
import type { ApplicationContext } from '../course/applicationContext.ts';
import type { Refusal } from '../ui/notice.ts';
import { createCaptcha } from '../wiki/captcha.ts';
import { createAppender } from '../wiki/createAppender.ts';
import type { SaveMessages } from '../wiki/createSaver.ts';
import { createWiki } from '../wiki/mwWiki.ts';
import type { MyApplicationStatus } from './readMyApplication.ts';

/** Null: done. */
export type SendReply = (reply: ReplyAction['reply']) => Promise<Refusal | null>;

/** Sends the reader's reply to an offer, or their withdrawal, as their own edit of their page. */
export function createReplySender(
	{ programme, course, account }: ApplicationContext,
	myApplication: MyApplicationStatus,
): SendReply {
	const { address: contactAddress } = programme.contact;
	const messages = buttonSaveMessages(contactAddress);
	const append = createAppender(createWiki(account), myApplication.pageid);
	const captcha = createCaptcha(contactAddress);
	return async (reply) => {
		const offer = reply === 'withdrawn' ? null : (myApplication.announced?.decisionRevid ?? null);
		const appended = await append({
			action: { kind: 'reply', course: course.id, reply, offer },
			line: msg(`wikilearn-form-reply-${reply}`, localizeText(course.title)),
			extra: { watchlist: 'watch', ...captcha.params() },
		});
		switch (appended.kind) {
			case 'saved':
				return null;
			case 'captcha':
				return captcha.challenge(appended.captcha);
			case 'lost':
				return { kind: 'refused', message: messages.lost };
			case 'refused': {
				const isGone = appended.code === 'nosuchpageid' || appended.code === 'missingtitle';
				return { kind: 'refused', message: isGone ? messages.deleted : messages.refused(appended) };
			}
		}
	};
}

/** Messages for saves without a form. @param contactAddress of the team */
export function buttonSaveMessages(contactAddress: string): SaveMessages {
	const changed = msg('wikilearn-form-own-changed');
	return {
		lost: msg('wikilearn-form-own-lost'),
		changed,
		deleted: msg('wikilearn-form-own-unreadable', contactAddress),
		// These saves never create a page.
		exists: changed,
		existsOther: changed,
		refused: ({ code, message }) =>
			code.startsWith('assert')
				? msg('wikilearn-form-own-logged-out')
				: msg('wikilearn-form-own-refused', message, contactAddress),
	};
}
