import * as v from 'valibot';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { parseAnswer } from '../../../shared/wiki/parseAnswer.ts';
import { ok, todo, type Finding } from './finding.ts';

/** `package` gadgets came with 1.38; 1.39 is the oldest that the product is tested with. */
const OLDEST = 39;
/** Seconds that clocks may differ: deadlines go by the wiki's, schedules by this machine's. */
const MOST_SKEW = 60;

const schema = v.object({
	curtimestamp: v.string(),
	query: v.object({
		general: v.object({
			generator: v.string(),
			readonly: v.optional(v.boolean(), false),
			readonlyreason: v.optional(v.string(), ''),
		}),
		extensions: v.array(v.object({ name: v.optional(v.string(), '') })),
	}),
});

/**
 * The wiki itself: its version, its extensions, its clock, and whether it takes edits.
 *
 * @param needsGlobal whether a course asks for rights or edits on other wikis
 * @param now milliseconds, this machine's clock
 */
export async function checkSite(
	wiki: Wiki,
	needsGlobal: boolean,
	now: () => number,
): Promise<readonly Finding[]> {
	const answer = await wiki.query({
		action: 'query',
		meta: 'siteinfo',
		siprop: 'general|extensions',
		curtimestamp: true,
	});
	const { curtimestamp, query } = parseAnswer(schema, answer);
	const { generator, readonly, readonlyreason } = query.general;
	const extensions = new Set(query.extensions.map(({ name }) => name));
	const minor = Number(/^MediaWiki 1\.(\d+)/.exec(generator)?.[1] ?? Infinity);
	const skew = Math.abs(Date.parse(curtimestamp) - now()) / 1000;
	return [
		minor >= OLDEST
			? ok('MediaWiki', generator)
			: todo('MediaWiki', `${generator}; 1.${OLDEST} or newer is needed.`),
		extensions.has('Gadgets')
			? ok('extension Gadgets')
			: todo('extension Gadgets', 'is not installed; without it there is no form. Ask who runs the wiki.'),
		...(needsGlobal ? [await checkGlobal(wiki)] : []),
		readonly
			? todo('edits', `The wiki takes none now: ${readonlyreason}`)
			: ok('edits', 'the wiki takes them'),
		skew <= MOST_SKEW
			? ok('clock')
			: todo('clock', `This machine’s differs from the wiki’s by ${Math.round(skew)} seconds. Set it (NTP).`),
	];
}

/** Without CentralAuth the answer has no `query`, only a warning. */
async function checkGlobal(wiki: Wiki): Promise<Finding> {
	const about = 'global accounts';
	const answer = await wiki.query({ action: 'query', meta: 'globaluserinfo' });
	return answer.query === undefined
		? todo(
				about,
				'The wiki has no CentralAuth: requirements with "where": "anywhere" will stay unknown. Use "local".',
			)
		: ok(about);
}
