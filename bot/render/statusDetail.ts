import type { Translate } from '../../shared/i18n/translate.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import { instantText } from '../plan/instantText.ts';
import { parameters } from './templateCall.ts';

/** What stands beside an application's state, plain text; empty where the state says it all. */
export type StandingText = (application: AssessedApplication) => string;

/** Says until when offers run or ran: instants, never how long it is until then, so that no page changes by itself. */
export function standingText(translate: Translate): StandingText {
	return (application) => {
		const { state, offer } = application;
		const until = offer?.until ?? null;
		if (state === 'offered' && until !== null)
			return translate('wikilearn-status-offer-until', instantText(until));
		const since = state === 'lapsed' ? until : state === 'turned-down' ? lastReply(application) : null;
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
