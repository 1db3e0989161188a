import { h } from './h.ts';
import { say, type MessageKey } from './say.ts';

/** For readers without an account of their own: both links come back to this page. */
export function loginLinks(): HTMLElement {
	const returnto = mw.config.get('wgPageName');
	const link = (page: string, key: MessageKey): HTMLElement =>
		h('a', { href: mw.util.getUrl(page, { returnto }), class: 'wikilearn-button' }, say(key));
	return h(
		'div',
		{ class: 'wikilearn-login' },
		h('p', {}, say('wikilearn-form-login-needed')),
		link('Special:UserLogin', 'wikilearn-form-login'),
		' ',
		link('Special:CreateAccount', 'wikilearn-form-create-account'),
	);
}
