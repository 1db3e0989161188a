import type { ReplyAction } from '../../shared/actions/mark.ts';
import { say, text } from '../form/say.ts';
import type { Applying, Refused } from '../form/sender.ts';
import { askCaptcha } from '../save/askCaptcha.ts';
import type { CaptchaField } from '../save/captchaField.ts';
import { createAppender } from '../save/createAppender.ts';
import { createWiki } from '../wiki.ts';
import { notSaved } from './notSaved.ts';
import type { Own } from './readOwn.ts';

/** Null: done. */
export type Replying = (answer: ReplyAction['answer']) => Promise<Refused | null>;

/** What the reader says to their offer, or that they withdraw: an edit by them, of their own page. */
export function replying({ programme, course, account }: Applying, own: Own): Replying {
	const { address } = programme.contact;
	const words = notSaved(address);
	const append = createAppender(createWiki(account), own.pageid);
	let captcha: CaptchaField | null = null;
	return async (answer) => {
		const offer = answer === 'withdrawn' ? null : (own.announced?.decision ?? null);
		const appended = await append({
			action: { kind: 'reply', course: course.id, answer, offer },
			line: say(`wikilearn-form-reply-${answer}`, text(course.title)),
			extra: { watchlist: 'watch', ...captcha?.answer() },
		});
		captcha = null;
		switch (appended.kind) {
			case 'saved':
				return null;
			case 'captcha': {
				const { field, refused } = askCaptcha(appended.captcha, address);
				captcha = field;
				return refused;
			}
			case 'lost':
				return { kind: 'refused', words: words.lost };
			case 'refused': {
				const isGone = appended.code === 'nosuchpageid' || appended.code === 'missingtitle';
				return { kind: 'refused', words: isGone ? words.deleted : words.refused(appended) };
			}
		}
	};
}
