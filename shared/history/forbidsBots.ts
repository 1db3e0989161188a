import { findCalls, type Call, normalizeTemplateName } from '../wikitext/findCalls.ts';
import type { Scan } from '../wikitext/scan.ts';

/**
 * Whether a page excludes this bot: `{{nobots}}`, `{{bots|deny=all}}`, `{{bots|deny=…,NAME}}`, or `{{bots|allow=…}}`
 * without its name.
 */
export function forbidsBots(scan: Scan, bot: string): boolean {
	if (!/\{\{\s*(?:no)?bots/i.test(scan.text)) return false;
	const { calls } = findCalls(scan, (name) => /^(?:Nobots|Bots)$/.test(normalizeTemplateName(name)));
	return calls.some((call) => {
		const readParameter = (parameter: string): readonly string[] | null => readNames(call, parameter);
		const includesBot = (names: readonly string[]): boolean =>
			names.some((name) => name === 'all' || name === bot.toLowerCase());
		const [deny, allow] = [readParameter('deny'), readParameter('allow')];
		if (deny && includesBot(deny)) return true;
		if (allow) return !includesBot(allow);
		return normalizeTemplateName(call.name) === 'Nobots' && deny === null;
	});
}

function readNames({ params }: Call, parameter: string): readonly string[] | null {
	const given = params.find(({ name }) => name === parameter);
	return given ? given.value.split(',').map((name) => name.trim().toLowerCase()) : null;
}
