import { WikiError } from '../../shared/wiki/wiki.ts';
import { isAddressRequested } from '../course/currentPage.ts';
import { appendChildren, fill, h } from '../ui/h.ts';
import { notice, showNotice } from '../ui/notice.ts';
import { msg, type MessageKey } from '../ui/msg.ts';
import type { ApplicationContext, MyApplication } from '../course/applicationContext.ts';
import { createWiki, catchWikiError } from '../wiki/mwWiki.ts';
import { showAddressForm, requestAddress } from './addressForm.ts';
import { myApplicationView } from './myApplicationView.ts';
import { readMyApplication, type MyApplicationStatus } from './readMyApplication.ts';

/** What is shown, where, and what shows the form in its place. */
interface ViewContext {
	readonly context: ApplicationContext;
	readonly container: HTMLElement;
	readonly edit: (myApplication: MyApplication) => void;
}

/** One's application: where it stands, by what evidence, and what can be done. */
export async function showMyApplication(
	context: ApplicationContext,
	container: HTMLElement,
	edit: (myApplication: MyApplication) => void,
): Promise<void> {
	const myApplication = await readMyApplication(createWiki(context.account), context);
	if (myApplication) {
		const { address } = render({ context, container, edit }, myApplication, isAddressRequested());
		// Whoever has begun to do something by now is not torn away from it.
		if (isAddressRequested() && document.activeElement === document.body) address?.focus();
		return;
	}
	const addressContainer = h('div');
	appendChildren(
		container,
		notice('warning', msg('wikilearn-form-own-unreadable', context.programme.contact.address)),
		addressContainer,
	);
	if (isAddressRequested()) showAddressForm(context, addressContainer);
}

/** @param requestsAddress whether somebody came for the question of the address */
function render(view: ViewContext, myApplication: MyApplicationStatus, requestsAddress: boolean) {
	const { context, container, edit } = view;
	const messages = h('div');
	const onActed = (messageKey: MessageKey): Promise<void> => refresh(view, messageKey);
	const address = requestAddress(context, myApplication, requestsAddress, () =>
		onActed('wikilearn-form-address-sent'),
	);
	const element = myApplicationView(context, myApplication, {
		address: address?.element ?? null,
		edit: () => {
			edit(myApplication);
		},
		onActed,
	});
	fill(container, messages, element);
	return { messages, address };
}

/** How it stands after what the reader did. That this is done is said even where the rest cannot be read. */
async function refresh(view: ViewContext, messageKey: MessageKey): Promise<void> {
	const { context, container } = view;
	const myApplication = await catchWikiError(readMyApplication(createWiki(context.account), context));
	const messages =
		myApplication && !(myApplication instanceof WikiError)
			? render(view, myApplication, false).messages
			: container;
	showNotice(messages, 'success', msg(messageKey));
}
