import { readStatusRegion } from '../../shared/application/statusRegion.ts';
import type { Submission } from '../../shared/history/submission.ts';
import { isBot, type People } from '../../shared/programme/people.ts';
import type { Verdict } from '../../shared/rules/eligibility.ts';
import { findCalls } from '../../shared/wikitext/findCalls.ts';
import { scanWikitext } from '../../shared/wikitext/scanWikitext.ts';
import { templateName } from '../../shared/wikitext/templateName.ts';

const verdicts: readonly Verdict[] = ['met', 'not met', 'unknown'];

/**
 * What the bot last wrote about an application's requirements, in its own newest revision of the page: what anybody
 * else made of the region does not count. `unknown` where it said nothing, as on talk pages.
 */
export function botVerdict({ kind, history }: Submission, people: Pick<People, 'bot'>): Verdict {
	if (kind === 'talk') return 'unknown';
	const own = history.filter(({ user, text }) => isBot(people, user) && text !== null).pop();
	const region = readStatusRegion(own?.text ?? '');
	if (!region.found) return 'unknown';
	const { calls } = findCalls(
		scanWikitext(region.status),
		(name) => templateName(name) === 'WikiLearn status/application',
	);
	const value = calls[0]?.params.find(({ name }) => name === 'verdict')?.value.trim();
	return verdicts.find((verdict) => verdict === value) ?? 'unknown';
}
