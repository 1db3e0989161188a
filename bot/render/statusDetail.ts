import type { Translate } from '../../shared/i18n/formatMessage.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import { formatInstant } from '../plan/formatInstant.ts';
import { renderParameters } from './text/wikitext.ts';

/** The detail shown next to an application's state, plain text; empty if there is none. */
export type StatusDetail = (application: AssessedApplication) => string;

/** Shows when offers expire or expired, as instants: a remaining time would change the page every cycle. */
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

/** The detail as a parameter of a template call; no parameter if it is empty. */
export function statusDetailParameter(detail: string): string {
	return detail === '' ? '' : renderParameters({ standing: detail });
}

function lastReplyTime({ replies }: AssessedApplication): string | null {
	return replies[replies.length - 1]?.change.timestamp ?? null;
}
