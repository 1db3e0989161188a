import * as v from 'valibot';
import type { Wiki } from '../../shared/wiki.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import { revisionSchema } from '../../shared/wiki/revision.ts';

const answerSchema = v.object({
	query: v.object({
		pages: v.optional(v.array(v.object({ revisions: v.optional(v.array(revisionSchema), []) })), []),
	}),
});

/** The text of one revision, or null where there is none or it is hidden. @throws WikiError */
export async function readRevisionText(wiki: Wiki, revid: number): Promise<string | null> {
	const answer = await wiki.ask({
		action: 'query',
		prop: 'revisions',
		revids: revid,
		rvprop: 'ids|content',
		rvslots: 'main',
	});
	return parseAnswer(answerSchema, answer).query.pages[0]?.revisions[0]?.text ?? null;
}
