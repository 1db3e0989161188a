import type { ReplyAction } from '../../shared/actions/mark.ts';
import { say, text } from '../ui/msg.ts';
import type { Applying } from '../course/applying.ts';
import type { Refused } from '../ui/refused.ts';
import { createCaptcha } from '../wiki/captcha.ts';
import { createAppender } from '../wiki/createAppender.ts';
import type { SaveWords } from '../wiki/createSaver.ts';
import { createWiki } from '../wiki/mwWiki.ts';
import type { Own } from './readOwn.ts';

/** Null: done. */
export type Replying = (answer: ReplyAction['answer']) => Promise<Refused | null>;

/** What the reader says to their offer, or that they withdraw: an edit by them, of their own page. */
export function replying({ programme, course, account }: Applying, own: Own): Replying {
	const { address } = programme.contact;
	const words = notSaved(address);
	const append = createAppender(createWiki(account), own.pageid);
	const captcha = createCaptcha(address);
	return async (answer) => {
		const offer = answer === 'withdrawn' ? null : (own.announced?.decision ?? null);
		const appended = await append({
			action: { kind: 'reply', course: course.id, answer, offer },
			line: say(`wikilearn-form-reply-${answer}`, text(course.title)),
			extra: { watchlist: 'watch', ...captcha.answer() },
		});
		switch (appended.kind) {
			case 'saved':
				return null;
			case 'captcha':
				return captcha.ask(appended.captcha);
			case 'lost':
				return { kind: 'refused', words: words.lost };
			case 'refused': {
				const isGone = appended.code === 'nosuchpageid' || appended.code === 'missingtitle';
				return { kind: 'refused', words: isGone ? words.deleted : words.refused(appended) };
			}
		}
	};
}

/** In words of somebody who pressed a button. @param address of the team */
export function notSaved(address: string): SaveWords {
	const changed = say('wikilearn-form-own-changed');
	return {
		lost: say('wikilearn-form-own-lost'),
		changed,
		deleted: say('wikilearn-form-own-unreadable', address),
		// Nothing here begins a page.
		exists: changed,
		existsOther: changed,
		refused: ({ code, message }) =>
			code.startsWith('assert')
				? say('wikilearn-form-own-logged-out')
				: say('wikilearn-form-own-refused', message, address),
	};
}
