import { readStatusRegion } from '../../../shared/application/statusRegion.ts';
import type { Submission } from '../../../shared/history/submission.ts';
import { isBot, type People } from '../../../shared/programme/people.ts';
import type { Verdict } from '../../../shared/rules/eligibility.ts';
import { findCalls, normalizeTemplateName } from '../../../shared/wikitext/findCalls.ts';
import { scanWikitext } from '../../../shared/wikitext/scanWikitext.ts';

const VERDICTS: readonly Verdict[] = ['met', 'not met', 'unknown'];

/**
 * The bot's verdict on an application's requirements, from the bot's own newest revision of the page, so that edits of the
 * region by others do not count. `unknown` if there is none, as on talk pages.
 */
export function readBotVerdict({ kind, history }: Submission, people: Pick<People, 'bot'>): Verdict {
	if (kind === 'talk') return 'unknown';
	const newest = history.filter(({ user, text }) => isBot(people, user) && text !== null).pop();
	const region = readStatusRegion(newest?.text ?? '');
	if (!region.found) return 'unknown';
	const { calls } = findCalls(
		scanWikitext(region.status),
		(name) => normalizeTemplateName(name) === 'WikiLearn status/application',
	);
	const value = calls[0]?.params.find(({ name }) => name === 'verdict')?.value.trim();
	return VERDICTS.find((verdict) => verdict === value) ?? 'unknown';
}
