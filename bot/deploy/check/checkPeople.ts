import * as v from 'valibot';
import { readMismatches } from '../../../shared/programme/readMismatches.ts';
import type { PersonMismatch } from '../../../shared/programme/comparePeople.ts';
import type { NamedRow } from '../../../shared/programme/programmeHistory.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { parseAnswer } from '../../../shared/wiki/parseAnswer.ts';
import { ok, todo, type Finding } from './finding.ts';

const schema = v.object({
	query: v.object({
		users: v.array(v.object({ userid: v.optional(v.number()), emailable: v.optional(v.boolean(), false) })),
	}),
});

/**
 * The accounts that the programme names: whether name and user id go together, and whether the team's can be mailed.
 *
 * @param rows of the programme page, with since when they stand there
 */
export async function checkPeople(
	wiki: Wiki,
	{ bot, reviewers, team, contact }: Programme,
	rows: readonly NamedRow[],
): Promise<readonly Finding[]> {
	const mismatches = await readMismatches(wiki, rows);
	const about = (role: string, people: readonly { readonly name: string; readonly id: number }[]) =>
		roleFindings(role, people, mismatches);
	return [
		...about('bot', [bot]),
		...about('reviewers', reviewers),
		...(team ? about('team', team) : []),
		await checkContact(wiki, contact.account),
	];
}

function roleFindings(
	role: string,
	people: readonly { readonly name: string; readonly id: number }[],
	mismatches: readonly PersonMismatch[],
): readonly Finding[] {
	const wrong = mismatches.filter(({ name, id }) => people.some((one) => one.name === name && one.id === id));
	const right = people.filter(({ name, id }) => !wrong.some((one) => one.name === name && one.id === id));
	const names = [...new Set(right.map(({ name }) => name))];
	return [
		...(names.length === 0 ? [] : [ok(role, names.join(', '))]),
		...wrong.map((mismatch) => todo(role, describeMismatch(role, mismatch))),
	];
}

function describeMismatch(role: string, { name, id, detail, counts }: PersonMismatch): string {
	const row = `The programme page names ${name} with the user id ${id}, but ${detail}.`;
	if (role === 'bot') return `${row} Correct the programme page.`;
	return counts
		? `${row} The user id counts. Correct the name on the programme page.`
		: `${row} This row does not count. Correct it on the programme page.`;
}

async function checkContact(wiki: Wiki, name: string): Promise<Finding> {
	const answer = await wiki.query({ action: 'query', list: 'users', ususers: [name], usprop: 'emailable' });
	const [account] = parseAnswer(schema, answer).query.users;
	if (account?.userid === undefined) return todo('contact', `There is no account ${name} on this wiki.`);
	if (account.emailable) return ok('contact', `${name} can be mailed`);
	return todo(
		'contact',
		`${name} cannot be mailed, so applicants’ addresses do not arrive. Log in as ${name} and in Special:Preferences confirm an address and allow mail from other users, new ones too.`,
	);
}
