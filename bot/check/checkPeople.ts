import * as v from 'valibot';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import { inBatches } from '../../shared/wiki/readPages.ts';
import { ok, todo, type Finding } from './finding.ts';

const schema = v.object({
	query: v.object({
		users: v.array(
			v.object({
				name: v.string(),
				userid: v.optional(v.number()),
				emailable: v.optional(v.boolean(), false),
			}),
		),
	}),
});

/** The accounts that the programme names: whether they exist, and whether the team's can be mailed. */
export async function checkPeople(
	wiki: Wiki,
	{ bot, reviewers, contact }: Programme,
): Promise<readonly Finding[]> {
	const found = new Map<string, { readonly exists: boolean; readonly emailable: boolean }>();
	for (const names of inBatches([...new Set([bot, contact.account, ...reviewers])], 50)) {
		const answer = await wiki.ask({ action: 'query', list: 'users', ususers: names, usprop: 'emailable' });
		for (const { name, userid, emailable } of parseAnswer(schema, answer).query.users)
			found.set(name, { exists: userid !== undefined, emailable });
	}
	const missing = reviewers.filter((name) => found.get(name)?.exists !== true);
	return [
		found.get(bot)?.exists ? ok('bot', bot) : todo('bot', `There is no account ${bot} on this wiki.`),
		missing.length === 0
			? ok('reviewers', reviewers.join(', '))
			: todo('reviewers', `No such account: ${missing.join(', ')}. Mend the programme page or create them.`),
		contactFinding(contact.account, found.get(contact.account)),
	];
}

function contactFinding(
	name: string,
	account: { readonly exists: boolean; readonly emailable: boolean } | undefined,
): Finding {
	if (!account?.exists) return todo('team', `There is no account ${name} on this wiki.`);
	if (account.emailable) return ok('team', `${name} can be mailed`);
	return todo(
		'team',
		`${name} cannot be mailed, so applicants’ addresses do not arrive. Log in as ${name} and in Special:Preferences confirm an address and allow mail from other users, new ones too.`,
	);
}
