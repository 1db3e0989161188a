import { asksForAddress } from './asksForAddress.ts';
import { h } from './h.ts';
import { say, type MessageKey } from './say.ts';

/** For readers without an account of their own: both links come back to this page, and to what they came for. */
export function loginLinks(): HTMLElement {
	const back = {
		returnto: mw.config.get('wgPageName'),
		...(asksForAddress() && { returntoquery: 'wikilearn=email' }),
	};
	const link = (page: string, key: MessageKey): HTMLElement =>
		h('a', { href: mw.util.getUrl(page, back), class: 'wikilearn-button' }, say(key));
	return h(
		'div',
		{ class: 'wikilearn-login' },
		h('p', {}, say(asksForAddress() ? 'wikilearn-form-address-login' : 'wikilearn-form-login-needed')),
		link('Special:UserLogin', 'wikilearn-form-login'),
		' ',
		link('Special:CreateAccount', 'wikilearn-form-create-account'),
	);
}
