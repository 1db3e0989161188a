import { WikiError } from '../../shared/wiki/wiki.ts';
import { asksForAddress } from '../course/asksForAddress.ts';
import { add, fill, h } from '../ui/h.ts';
import { notice, showNotice } from '../ui/notice.ts';
import { say, type MessageKey } from '../ui/msg.ts';
import type { Applying, OwnApplication } from '../course/applying.ts';
import { createWiki, orWikiError } from '../wiki/mwWiki.ts';
import { offerAddress, ownAddress } from './address.ts';
import { ownView } from './ownView.ts';
import { readOwn, type Own } from './readOwn.ts';

/** What is shown, where, and what shows the form in its place. */
interface Showing {
	readonly applying: Applying;
	readonly place: HTMLElement;
	readonly change: (own: OwnApplication) => void;
}

/** One's application: where it stands, by what evidence, and what can be done. */
export async function showOwn(
	applying: Applying,
	place: HTMLElement,
	change: (own: OwnApplication) => void,
): Promise<void> {
	const own = await readOwn(createWiki(applying.account), applying);
	if (own) {
		const { address } = show({ applying, place, change }, own, asksForAddress());
		// Whoever has begun to do something by now is not torn away from it.
		if (asksForAddress() && document.activeElement === document.body) address?.focus();
		return;
	}
	const below = h('div');
	add(
		place,
		notice('warning', say('wikilearn-form-own-unreadable', applying.programme.contact.address)),
		below,
	);
	if (asksForAddress()) offerAddress(applying, below);
}

/** @param asked whether somebody came for the question of the address */
function show(showing: Showing, own: Own, asked: boolean) {
	const { applying, place, change } = showing;
	const done = h('div');
	const acted = (said: MessageKey): Promise<void> => showAgain(showing, said);
	const address = ownAddress(applying, own, asked, () => acted('wikilearn-form-address-sent'));
	const view = ownView(applying, own, {
		address: address?.element ?? null,
		change: () => {
			change(own);
		},
		acted,
	});
	fill(place, done, view);
	return { done, address };
}

/** How it stands after what the reader did. That this is done is said even where the rest cannot be read. */
async function showAgain(showing: Showing, said: MessageKey): Promise<void> {
	const { applying, place } = showing;
	const own = await orWikiError(readOwn(createWiki(applying.account), applying));
	const done = own && !(own instanceof WikiError) ? show(showing, own, false).done : place;
	showNotice(done, 'success', say(said));
}
