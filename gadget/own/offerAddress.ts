import { fill, h } from '../form/h.ts';
import { showNotice } from '../form/notice.ts';
import { say } from '../form/say.ts';
import type { Applying } from '../form/sender.ts';
import { addressStep } from './addressStep.ts';

/**
 * The address alone, for somebody with no application that was made with the form: theirs is on the talk page, where
 * nobody but them can tell which one. They are told what to write there.
 */
export function offerAddress(applying: Applying, place: HTMLElement): void {
	const { course } = applying;
	const title = course.talk ?? new mw.Title(course.page).getTalkPage()?.getPrefixedText() ?? course.page;
	const link = h('a', { href: mw.util.getUrl(title) }, title);
	const step = addressStep(applying, {
		title,
		words: say('wikilearn-form-address-talk'),
		sent: () => {
			showNotice(
				place,
				'success',
				h('p', {}, say('wikilearn-form-address-sent')),
				h('p', {}, say('wikilearn-form-address-talk-mark', 'email = not sent', 'email = sent')),
				h('p', {}, link),
			);
			return Promise.resolve(null);
		},
	});
	fill(place, h('section', { class: 'wikilearn-card' }, step.element));
	if (document.activeElement === document.body) step.focus();
}
