import { busyButton } from '../form/busyButton.ts';
import { add, fill, h } from '../form/h.ts';
import { notice } from '../form/notice.ts';
import { say } from '../form/say.ts';
import type { Applying, OwnApplication } from '../form/sender.ts';
import { createSaver } from '../save/createSaver.ts';
import { createWiki } from '../wiki.ts';

/**
 * A button that withdraws an application, at any time, once that is confirmed: an edit that marks it, no deletion.
 *
 * @param withdrawn called once the wiki has it
 */
export function withdrawing(
	applying: Applying,
	own: OwnApplication,
	summary: string,
	withdrawn: () => Promise<void>,
): HTMLElement {
	const place = h('div', { class: 'wikilearn-withdraw' });
	const messages = h('div');
	const saver = createSaver(createWiki(applying.account), { ...applying, own });
	const { button: confirm, once } = busyButton('button', {
		idle: 'wikilearn-form-withdraw-yes',
		busy: 'wikilearn-form-sending',
	});
	const ask = plainButton('wikilearn-form-withdraw', () => {
		fill(place, question);
		confirm.focus();
	});
	const keep = plainButton('wikilearn-form-withdraw-no', () => {
		fill(place, ask);
		ask.focus();
	});
	const question = h(
		'div',
		{},
		h('p', {}, say('wikilearn-form-withdraw-sure')),
		messages,
		confirm,
		' ',
		keep,
	);
	confirm.addEventListener(
		'click',
		once(async () => {
			const saved = await saver.save({ ...own.application, withdrawn: true }, summary);
			if (saved.kind === 'saved') return withdrawn();
			const box = notice('error', h('p', {}, saved.words));
			add(box, saved.more);
			fill(messages, box);
			box.focus();
		}),
	);
	fill(place, ask);
	return place;
}

function plainButton(
	key: 'wikilearn-form-withdraw' | 'wikilearn-form-withdraw-no',
	onclick: () => void,
): HTMLElement {
	return h('button', { type: 'button', class: 'wikilearn-button', onclick }, say(key));
}
