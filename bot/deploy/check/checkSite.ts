import * as v from 'valibot';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { parseResponse } from '../../../shared/wiki/response.ts';
import { ok, todo, type Finding } from './finding.ts';

/** `package` gadgets exist since 1.38; 1.39 is the oldest version tested. */
const OLDEST_MINOR = 39;
/** Tolerated clock skew in seconds: deadlines use the wiki's clock, schedules this machine's. */
const MAX_SKEW_SECONDS = 60;

const SITE_SCHEMA = v.object({
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
 * Checks the wiki: version, extensions, clock, and whether it is read-only.
 *
 * @param needsGlobal whether a course requires rights or edits on other wikis
 * @param now milliseconds, this machine's clock
 */
export async function checkSite(
	wiki: Wiki,
	needsGlobal: boolean,
	now: () => number,
): Promise<readonly Finding[]> {
	const response = await wiki.query({
		action: 'query',
		meta: 'siteinfo',
		siprop: 'general|extensions',
		curtimestamp: true,
	});
	const { curtimestamp, query } = parseResponse(SITE_SCHEMA, response);
	const { generator, readonly, readonlyreason } = query.general;
	const extensions = new Set(query.extensions.map(({ name }) => name));
	const minor = Number(/^MediaWiki 1\.(\d+)/.exec(generator)?.[1] ?? Infinity);
	const skew = Math.abs(Date.parse(curtimestamp) - now()) / 1000;
	return [
		minor >= OLDEST_MINOR
			? ok('MediaWiki', generator)
			: todo('MediaWiki', `${generator}; 1.${OLDEST_MINOR} or newer is needed.`),
		extensions.has('Gadgets')
			? ok('extension Gadgets')
			: todo('extension Gadgets', 'is not installed; without it there is no form. Ask who runs the wiki.'),
		...(needsGlobal ? [await checkGlobalAccounts(wiki)] : []),
		readonly
			? todo('edits', `The wiki takes none now: ${readonlyreason}`)
			: ok('edits', 'the wiki takes them'),
		skew <= MAX_SKEW_SECONDS
			? ok('clock')
			: todo('clock', `This machine’s differs from the wiki’s by ${Math.round(skew)} seconds. Set it (NTP).`),
	];
}

/** Without CentralAuth the response has no `query`, only a warning. */
async function checkGlobalAccounts(wiki: Wiki): Promise<Finding> {
	const about = 'global accounts';
	const response = await wiki.query({ action: 'query', meta: 'globaluserinfo' });
	return response.query === undefined
		? todo(
				about,
				'The wiki has no CentralAuth: requirements with "where": "anywhere" will stay unknown. Use "local".',
			)
		: ok(about);
}
