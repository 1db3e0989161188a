import { say, text } from '../form/say.ts';
import type { Applying } from '../form/sender.ts';
import { isLive } from '../../shared/rules/status.ts';
import { createSaver } from '../save/createSaver.ts';
import { createWiki } from '../wiki.ts';
import { addressStep, type AddressView } from './addressStep.ts';
import { notSaved } from './notSaved.ts';
import type { Own } from './readOwn.ts';

/**
 * Asks for the address that an application lacks, also once the course is closed; the page says then that it was sent.
 * Null where it lacks none.
 *
 * @param wanted whether it is asked for in any case: another address can be sent as well
 * @param sent called once the wiki has it
 */
export function ownAddress(
	applying: Applying,
	own: Own,
	wanted: boolean,
	sent: () => Promise<void>,
): AddressView | null {
	const { programme, course, account } = applying;
	const asked = course.questions.some(({ type }) => type === 'private-email');
	const { application, state } = own;
	const missing = application.email === 'not sent' && isLive(state);
	if (!wanted && !(asked && missing)) return null;
	const saver = createSaver(createWiki(account), { ...applying, own }, notSaved(programme.contact.address));
	return addressStep(applying, {
		title: own.title,
		words: say(missing ? 'wikilearn-form-address-missing' : 'wikilearn-form-address-again'),
		sent: async () => {
			const summary = say('wikilearn-form-address-summary', text(course.title));
			const saved = await saver.save({ ...application, email: 'sent' }, summary);
			if (saved.kind === 'refused')
				return { ...saved, words: say('wikilearn-form-address-half', saved.words) };
			await sent();
			return null;
		},
	});
}
