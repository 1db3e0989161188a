import * as v from 'valibot';
import { readPersonMismatches, type PersonMismatch } from '../../../shared/programme/comparePeople.ts';
import type { NamedRow } from '../../../shared/programme/programmeHistory.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { parseResponse } from '../../../shared/wiki/response.ts';
import { ok, todo, type Finding } from './finding.ts';

const USERS_SCHEMA = v.object({
	query: v.object({
		users: v.array(v.object({ userid: v.optional(v.number()), emailable: v.optional(v.boolean(), false) })),
	}),
});

/**
 * Checks the programme's accounts: whether names and user ids match, and whether the team's can receive email.
 *
 * @param rows rows of the programme page, with the time since when they exist
 */
export async function checkPeople(
	wiki: Wiki,
	{ bot, reviewers, team, contact }: Programme,
	rows: readonly NamedRow[],
): Promise<readonly Finding[]> {
	const mismatches = await readPersonMismatches(wiki, rows);
	const findingsFor = (role: string, people: readonly { readonly name: string; readonly id: number }[]) =>
		roleFindings(role, people, mismatches);
	return [
		...findingsFor('bot', [bot]),
		...findingsFor('reviewers', reviewers),
		...(team ? findingsFor('team', team) : []),
		await checkContact(wiki, contact.account),
	];
}

function roleFindings(
	role: string,
	people: readonly { readonly name: string; readonly id: number }[],
	mismatches: readonly PersonMismatch[],
): readonly Finding[] {
	const wrong = mismatches.filter(({ name, id }) =>
		people.some((person) => person.name === name && person.id === id),
	);
	const right = people.filter(
		({ name, id }) => !wrong.some((mismatch) => mismatch.name === name && mismatch.id === id),
	);
	const names = [...new Set(right.map(({ name }) => name))];
	return [
		...(names.length === 0 ? [] : [ok(role, names.join(', '))]),
		...wrong.map((mismatch) => todo(role, describeMismatch(role, mismatch))),
	];
}

function describeMismatch(role: string, { name, id, detail, isValid }: PersonMismatch): string {
	const row = `The programme page names ${name} with the user id ${id}, but ${detail}.`;
	if (role === 'bot') return `${row} Correct the programme page.`;
	return isValid
		? `${row} The user id counts. Correct the name on the programme page.`
		: `${row} This row does not count. Correct it on the programme page.`;
}

async function checkContact(wiki: Wiki, name: string): Promise<Finding> {
	const response = await wiki.query({ action: 'query', list: 'users', ususers: [name], usprop: 'emailable' });
	const [account] = parseResponse(USERS_SCHEMA, response).query.users;
	if (account?.userid === undefined) return todo('contact', `There is no account ${name} on this wiki.`);
	if (account.emailable) return ok('contact', `${name} can be mailed`);
	return todo(
		'contact',
		`${name} cannot be mailed, so applicants’ addresses do not arrive. Log in as ${name} and in Special:Preferences confirm an address and allow mail from other users, new ones too.`,
	);
}
