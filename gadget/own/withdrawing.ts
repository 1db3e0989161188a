import { say, text } from '../form/say.ts';
import type { Applying, OwnApplication } from '../form/sender.ts';
import { createSaver } from '../save/createSaver.ts';
import { createWiki } from '../wiki.ts';
import { asking } from './asking.ts';
import { notSaved } from './notSaved.ts';

/**
 * A button that withdraws an application, at any time, once that is confirmed: an edit that marks it, no deletion.
 *
 * @param withdrawn called once the wiki has it
 */
export function withdrawing(
	applying: Applying,
	own: OwnApplication,
	withdrawn: () => Promise<void>,
): HTMLElement {
	const { programme, course, account } = applying;
	const saver = createSaver(createWiki(account), { ...applying, own }, notSaved(programme.contact.address));
	const summary = say('wikilearn-form-withdraw-summary', text(course.title));
	const words = {
		begin: 'wikilearn-form-withdraw',
		sure: 'wikilearn-form-withdraw-sure',
		yes: 'wikilearn-form-withdraw-yes',
		no: 'wikilearn-form-withdraw-no',
	} as const;
	return asking(words, async () => {
		const saved = await saver.save({ ...own.application, withdrawn: true }, summary);
		if (saved.kind === 'refused') return saved;
		await withdrawn();
		return null;
	});
}
