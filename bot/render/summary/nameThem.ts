import type { Translate } from '../../../shared/i18n/translate.ts';
import type { ShownRow } from './readShown.ts';

/** How applications are named in a summary, the fullest way first. */
export const namings = ['links', 'names', 'count'] as const;
export type Naming = (typeof namings)[number];

const MOST_NAMED = 6;

/**
 * Applicants by name, or how many they are. Links lead to their applications: a link to an account in a summary would
 * notify it.
 */
export function nameThem(rows: readonly ShownRow[], naming: Naming, translate: Translate): string {
	if (naming === 'count') return translate('wikilearn-summary-number', rows.length);
	const named = rows.length > MOST_NAMED ? rows.slice(0, MOST_NAMED - 1) : rows;
	const more = rows.length - named.length;
	return [
		...named.map((row) => nameIt(row, naming, translate)),
		...(more > 0 ? [translate('wikilearn-summary-more', more)] : []),
	].join(', ');
}

function nameIt({ user, page }: ShownRow, naming: Naming, translate: Translate): string {
	const name = user === '' ? translate('wikilearn-status-hidden') : user;
	return naming === 'links' ? `[[:${page}|${name}]]` : name;
}
