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

/** The content, its container, and a function that shows the form instead. */
interface ViewContext {
	readonly context: ApplicationContext;
	readonly container: HTMLElement;
	readonly edit: (myApplication: MyApplication) => void;
}

/** Shows the reader's application: its state, the evidence, and the possible actions. */
export async function showMyApplication(
	context: ApplicationContext,
	container: HTMLElement,
	edit: (myApplication: MyApplication) => void,
): Promise<void> {
	const myApplication = await readMyApplication(createWiki(context.account), context);
	if (myApplication) {
		const { address } = render({ context, container, edit }, myApplication, isAddressRequested());
		// Do not move the focus if the reader has already started something else.
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

/** @param requestsAddress whether the reader came to enter an address */
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

/** Shows the new state after an action. Confirms the action even if the state cannot be read. */
async function refresh(view: ViewContext, messageKey: MessageKey): Promise<void> {
	const { context, container } = view;
	const myApplication = await catchWikiError(readMyApplication(createWiki(context.account), context));
	const messages =
		myApplication && !(myApplication instanceof WikiError)
			? render(view, myApplication, false).messages
			: container;
	showNotice(messages, 'success', msg(messageKey));
}
