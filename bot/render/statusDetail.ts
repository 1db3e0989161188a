import type { Translate } from '../../shared/i18n/formatMessage.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import { formatInstant } from '../plan/formatInstant.ts';
import { renderParameters } from './text/wikitext.ts';

/** What stands beside an application's state, plain text; empty where the state says it all. */
export type StatusDetail = (application: AssessedApplication) => string;

/** Says until when offers run or ran: instants, never how long it is until then, so that no page changes by itself. */
export function statusDetail(translate: Translate): StatusDetail {
	return (application) => {
		const { state, offer } = application;
		const until = offer?.until ?? null;
		if (state === 'offered' && until !== null)
			return translate('wikilearn-status-offer-until', formatInstant(until));
		const endedAt = state === 'lapsed' ? until : state === 'turned-down' ? lastReplyTime(application) : null;
		return endedAt === null ? '' : translate('wikilearn-status-since', formatInstant(endedAt));
	};
}

/** What stands there as a parameter of a template call; where nothing does, there is none. */
export function statusDetailParameter(detail: string): string {
	return detail === '' ? '' : renderParameters({ standing: detail });
}

function lastReplyTime({ replies }: AssessedApplication): string | null {
	return replies[replies.length - 1]?.change.timestamp ?? null;
}
