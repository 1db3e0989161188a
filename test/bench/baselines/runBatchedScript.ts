import type { Mwn } from 'mwn';
import * as v from 'valibot';
import type { Programme } from '../../../shared/programme/schema.ts';
import { parseApplicantName } from './parseApplicantName.ts';

const BATCH_SIZE = 500;

const revisionSchema = v.object({ slots: v.object({ main: v.object({ content: v.string() }) }) });
const pageSchema = v.object({ title: v.string(), revisions: v.optional(v.array(revisionSchema)) });
const responseSchema = v.object({ query: v.optional(v.object({ pages: v.array(pageSchema) })) });

/**
 * As a careful script would do it: pages with their texts by a generator, accounts in batches.
 *
 * @returns how many applications it read
 */
export async function runBatchedScript(mwn: Mwn, programme: Programme): Promise<number> {
	let read = 0;
	for (const { page, id } of programme.courses) {
		const names: string[] = [];
		const answers = mwn.continuedQueryGen({
			action: 'query',
			generator: 'allpages',
			gapprefix: `${page}/Applications/`,
			gaplimit: 'max',
			prop: 'revisions',
			rvprop: 'content|timestamp|user',
			rvslots: 'main',
		});
		for await (const answer of answers) {
			for (const { title, revisions } of v.parse(responseSchema, answer).query?.pages ?? []) {
				const [newest] = revisions ?? [];
				if (!newest) continue;
				const [call] = new mwn.Wikitext(newest.slots.main.content).parseTemplates({ count: 1 });
				if (call?.getParam('course').value === id) read++;
				names.push(parseApplicantName(title));
			}
		}
		if (id !== 'iah') await lookUpLocally(mwn, names);
		else
			for (const name of names)
				await mwn.query({ meta: 'globaluserinfo', guiuser: name, guiprop: 'groups|merged' });
	}
	return read;
}

async function lookUpLocally(mwn: Mwn, names: readonly string[]): Promise<void> {
	for (let start = 0; start < names.length; start += BATCH_SIZE)
		await mwn.query({
			list: 'users',
			ususers: names.slice(start, start + BATCH_SIZE),
			usprop: 'groups|editcount|blockinfo',
		});
}
