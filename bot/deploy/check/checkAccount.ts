import * as v from 'valibot';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { parseResponse } from '../../../shared/wiki/response.ts';
import type { Author } from '../../../shared/wiki/revision.ts';
import { ok, todo, type Finding } from './finding.ts';

const ACCOUNT_SCHEMA = v.object({
	query: v.object({
		userinfo: v.object({
			id: v.number(),
			name: v.string(),
			rights: v.array(v.string()),
			blockid: v.optional(v.number()),
			blockreason: v.optional(v.string(), ''),
		}),
	}),
});

/** The rights that the bot needs, or benefits from, and the grants that include them. */
const RIGHTS: readonly { readonly right: string; readonly needed: boolean; readonly advice: string }[] = [
	{ right: 'edit', needed: true, advice: 'Give the bot password the grant “Edit existing pages”.' },
	{
		right: 'createpage',
		needed: true,
		advice: 'Give the bot password the grant “Create, edit, and move pages”.',
	},
	{
		right: 'minoredit',
		needed: true,
		advice:
			'Give the bot password the grant “Edit existing pages”: notices are found quickly because all other edits of the bot are minor.',
	},
	{
		right: 'bot',
		needed: false,
		advice:
			'Ask a bureaucrat for the group “bot”, and give the bot password the grant “High-volume (bot) access”: else its edits fill the recent changes.',
	},
	{
		right: 'apihighlimits',
		needed: false,
		advice:
			'It comes with the group “bot” and the grant “High-volume (bot) access”: else reading takes ten times the requests.',
	},
];

/** Checks the logged-in account: whether it is the bot, its rights, whether it is blocked. */
export async function checkAccount(wiki: Wiki, bot: Author): Promise<readonly Finding[]> {
	const response = await wiki.query({ action: 'query', meta: 'userinfo', uiprop: 'rights|blockinfo' });
	const { id, name, rights, blockid, blockreason } = parseResponse(ACCOUNT_SCHEMA, response).query.userinfo;
	return [
		id === bot.id
			? ok('account', name)
			: todo(
					'account',
					`Logged in as ${name}, but the programme’s bot is ${bot.name} (user id ${bot.id}). Log in as ${bot.name} to run cycles.`,
				),
		...(blockid === undefined ? [] : [todo('block', `${name} is blocked: ${blockreason}`)]),
		...RIGHTS.map(({ right, needed, advice }) =>
			rights.includes(right)
				? ok(`right ${right}`)
				: todo(`right ${right}`, `${needed ? 'is missing' : 'is advised'}. ${advice}`),
		),
	];
}
