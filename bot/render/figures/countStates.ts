import type { Translate } from '../../../shared/i18n/translate.ts';
import { states } from '../../../shared/rules/status.ts';
import type { AssessedApplication } from '../../assess/assessApplications.ts';
import type { Figure } from './figure.ts';

/** How many applications are in each state, in the order of the states; states of none are left out. */
export function countStates(
	applications: readonly AssessedApplication[],
	translate: Translate,
): readonly Figure[] {
	return states
		.map((state) => ({
			label: translate(`wikilearn-state-${state}`),
			count: applications.filter((one) => one.state === state).length,
		}))
		.filter(({ count }) => count > 0);
}
