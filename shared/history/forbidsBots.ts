import { findCalls, type Call } from '../wikitext/findCalls.ts';
import type { Scan } from '../wikitext/scan.ts';
import { templateName } from '../wikitext/templateName.ts';

/**
 * Whether a page asks this bot to stay away: `{{nobots}}`, `{{bots|deny=all}}`, `{{bots|deny=…,NAME}}`, or
 * `{{bots|allow=…}}` without its name.
 */
export function forbidsBots(scan: Scan, bot: string): boolean {
	if (!/\{\{\s*(?:no)?bots/i.test(scan.text)) return false;
	const { calls } = findCalls(scan, (name) => /^(?:Nobots|Bots)$/.test(templateName(name)));
	return calls.some((call) => {
		const named = (parameter: string): readonly string[] | null => namesIn(call, parameter);
		const isMeant = (names: readonly string[]): boolean =>
			names.some((name) => name === 'all' || name === bot.toLowerCase());
		const [deny, allow] = [named('deny'), named('allow')];
		if (deny && isMeant(deny)) return true;
		if (allow) return !isMeant(allow);
		return templateName(call.name) === 'Nobots' && deny === null;
	});
}

function namesIn({ params }: Call, parameter: string): readonly string[] | null {
	const given = params.find(({ name }) => name === parameter);
	return given ? given.value.split(',').map((name) => name.trim().toLowerCase()) : null;
}
