import { shorten } from '../../shared/i18n/shorten.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import { waitlist, type Waiting } from '../../shared/rules/waitlist.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import { instantText } from './instantText.ts';
import { parameters } from './templateCall.ts';

/** A reviewer's reason is a note in a table, not an essay. */
const LONGEST_NOTE = 200;

/**
 * What stands beside an application's state, plain text; empty where the state says it all.
 *
 * @param places how many places of the waitlist are told: whoever leaves moves all behind, and as many pages change
 */
export type StandingText = (one: AssessedApplication, places: number) => string;

/**
 * Says people's places on the waitlist, and until when offers run or ran: instants, never how long it is until then, so
 * that no page changes by itself.
 */
export function standingText(
	{ courses }: Programme,
	applications: readonly AssessedApplication[],
	translate: Translate,
): StandingText {
	const waiting = courses.flatMap(({ id }) => waitlist(applications.filter(({ course }) => course === id)));
	const places = new Map(waiting.map((one) => [one.application, one]));
	return (one, most) => {
		if (one.state === 'waitlisted') {
			const own = places.get(one);
			return own && own.place <= most ? placeText(own, translate) : '';
		}
		const until = one.offer?.until ?? null;
		if (one.state === 'offered' && until === null) return translate('wikilearn-status-offer-untold');
		if (one.state === 'offered' && until !== null)
			return translate('wikilearn-status-offer-until', instantText(until));
		const since = one.state === 'lapsed' ? until : one.state === 'turned-down' ? lastReply(one) : null;
		return since === null ? '' : translate('wikilearn-status-since', instantText(since));
	};
}

/** What stands there as a parameter of a template call; where nothing does, there is none. */
export function standingParameter(standing: string): string {
	return standing === '' ? '' : parameters({ standing });
}

function lastReply({ replies }: AssessedApplication): string | null {
	return replies[replies.length - 1]?.change.timestamp ?? null;
}

function placeText({ place, given }: Waiting<AssessedApplication>, translate: Translate): string {
	if (!given) return translate('wikilearn-status-place', place);
	const by = isolated(given.by ?? translate('wikilearn-status-hidden'));
	if (given.note === '') return translate('wikilearn-status-place-given', place, by);
	return translate('wikilearn-status-place-reason', place, by, isolated(shorten(given.note, LONGEST_NOTE)));
}

/** Names and notes may be in another direction than the words around them (first strong isolate). */
function isolated(text: string): string {
	return `\u2068${text}\u2069`;
}
