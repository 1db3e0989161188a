import type { MeasuredContacts } from './measureContacts.ts';

/** Both figures, after the text of everything missed and of every false alarm. */
export function formatContacts(measured: MeasuredContacts): string {
	const { spellings, missed, found, answers, falseAlarms, alarmed } = measured;
	return [
		...missed.map(({ kind, why, text }) => `missed (${kind}, ${why}): ${text}`),
		...falseAlarms.map(({ language, text, found }) => `false alarm (${language}): ${found}, in: ${text}`),
		`Found: ${spellings - missed.length} of ${spellings}, ${found.toFixed(1)} % (at least 90 %)`,
		`False alarms: ${falseAlarms.length} of ${answers}, ${alarmed.toFixed(2)} % (at most 0.2 %)`,
	].join('\n');
}
