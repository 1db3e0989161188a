import { messageModules } from '../messageModules.ts';
import { fill, h } from './h.ts';
import { showNotice } from './notice.ts';
import { questionForm } from './questionForm.ts';
import { say } from './say.ts';
import type { Answers, Applying, Outcome, Sender } from './sender.ts';

/** The form, from its questions to the receipt that takes their place. */
export function applying(context: Applying): HTMLElement {
	const place = h('div');
	let sender: Sender | null = null;
	const load = async (): Promise<Sender> => (sender ??= await loadSender(context));
	const form = questionForm(context.programme, context.course, {
		holdsContact: (answer) => sender?.holdsContact(answer) ?? false,
		prepare: () => load().catch(() => undefined),
		send,
	});
	// Somebody begins to answer: what sending takes is fetched meanwhile. Without a connection, sending tries again.
	form.element.addEventListener('focusin', () => void load().catch(() => undefined), { once: true });
	fill(place, form.element);
	return place;

	async function send(answers: Answers): Promise<void> {
		const outcome = await tryTo(sender, answers);
		if (outcome.kind === 'refused') showNotice(form.messages, 'error', outcome.words);
		else showReceipt(place, outcome.receipt);
	}
}

/** Whatever happens, people are told, and their answers stay. */
async function tryTo(sender: Sender | null, answers: Answers): Promise<Outcome> {
	if (!sender) return { kind: 'refused', words: say('wikilearn-form-lost') };
	try {
		return await sender.send(answers);
	} catch (error) {
		mw.log.warn('wikilearn', error);
		return { kind: 'refused', words: say('wikilearn-form-refused', String(error)) };
	}
}

const SEND = 'ext.gadget.wikilearn-send';

async function loadSender(context: Applying): Promise<Sender> {
	const require = await mw.loader.using([SEND, ...messageModules('wikilearn-send')]);
	return (require(SEND) as { createSender(context: Applying): Sender }).createSender(context);
}

function showReceipt(place: HTMLElement, receipt: HTMLElement): void {
	receipt.tabIndex = -1;
	fill(place, receipt);
	receipt.focus();
}
