import { applicationsTable } from '../../bot/commands/export/tables.ts';
import { formatCsv } from '../../bot/commands/export/formats.ts';
import { runCycle, type CycleResult } from '../../bot/cycle/runCycle.ts';
import { PROGRAMME_PAGE } from '../../shared/programme/programmeHistory.ts';
import { translateInto } from '../../bot/operations/translateInto.ts';
import { createCycleProgramme } from '../bot/cycle/createCycleProgramme.ts';
import { fillInIds } from '../programmeIds.ts';
import { LOG } from '../world/courseWorld.ts';
import { application } from '../bot/cycle/startCycleWiki.ts';
import { MemoryWiki } from '../memory/memoryWiki.ts';
import { textOf, type Attack, type AttackEdit } from './attack.ts';

const BOT = 'WikiLearnBot';
/** An applicant who is not involved. */
export const BYSTANDER = 'Olu';
const TEAM = ['Rita', 'Admin'];

/** The outcome of an attack. */
export interface AttackOutcome {
	readonly done: Extract<CycleResult, { ok: true }>;
	/** The current text of the pages that the bot wrote, by title. */
	readonly written: ReadonlyMap<string, string>;
	/** The CSV export. */
	readonly csv: string;
}

/** Plays an attack on a fake wiki with a bystander's application, and one cycle. */
export async function playAttack(attack: Attack): Promise<AttackOutcome> {
	const wiki = new MemoryWiki();
	const names = new Set([
		'Rita',
		'Admin',
		'Ana',
		'Ben',
		'Eve',
		BYSTANDER,
		...attack.edits.map(({ by }) => by),
	]);
	wiki.addAccount(BOT, { rights: ['apihighlimits', 'bot'] });
	for (const name of names)
		wiki.addAccount(name, name === 'Admin' ? { groups: [{ group: 'sysop', expiry: 'infinity' }] } : {});
	wiki.state.globals = new Map(
		[...names].map((name, index) => [
			name,
			{
				id: index + 1,
				groups: [],
				merged: [{ wiki: 'metawiki', ...(TEAM.includes(name) ? { groups: ['sysop'] } : {}) }],
			},
		]),
	);
	const write = async (by: string, title: string, text: string, summary = ''): Promise<void> => {
		await wiki.as(by).edit({ action: 'edit', title, text, summary });
	};
	await write('Admin', LOG, 'The log.');
	const ids = new Map(wiki.state.accounts.map(({ name, id }) => [name, id]));
	const logId = wiki.state.pages.find(({ title }) => title === LOG)?.pageid ?? 0;
	const programme = fillInIds(createCycleProgramme(wiki.state.now), ids, logId);
	await write('Admin', PROGRAMME_PAGE, JSON.stringify(programme));
	for (const { page } of programme.courses) await write('Admin', page, 'A course');
	await write(
		BYSTANDER,
		`Learn/Harassment/Applications/${BYSTANDER}`,
		application('I have nothing to do with it.'),
	);
	const page = setProgrammeValues(programme, attack);
	if (page !== null) await write('Admin', PROGRAMME_PAGE, page);
	const now = (title: string) =>
		wiki.state.pages.find((page) => page.title === title)?.revisions.at(-1)?.text ?? '';
	for (const edit of attack.edits) await write(edit.by, edit.title, applyEdit(edit, now(edit.title)));
	const done = await runCycle(wiki.as(BOT), { cache: null, bot: BOT, translate: translateInto });
	if (!done.ok) throw new Error(JSON.stringify(done.problems));
	const written = wiki.state.pages.filter(({ revisions }) => revisions.some(({ user }) => user === BOT));
	return {
		done,
		written: new Map(written.map(({ title }) => [title, now(title)])),
		csv: formatCsv(applicationsTable(done.programme, done.applications)),
	};
}

function applyEdit({ title, text, append, replace }: AttackEdit, before: string): string {
	if (text !== undefined) return textOf(text);
	if (append !== undefined) return before + textOf(append);
	const [from, to] = replace ?? ['', ''];
	if (!before.includes(from)) throw new Error(`${title} has no ${from}`);
	return before.replace(from, () => to);
}

function setProgrammeValues(programme: object, { programme: values, programmeText }: Attack): string | null {
	if (!values && !programmeText) return null;
	const copy = structuredClone(programme) as Record<string, unknown>;
	for (const [path, value] of Object.entries(values ?? {})) {
		const steps = path.split('.');
		const last = steps.pop() ?? '';
		const place = steps.reduce((at, step) => at[step] as Record<string, unknown>, copy);
		place[last] = value;
	}
	const text = JSON.stringify(copy);
	const [from, to] = programmeText ?? ['', ''];
	if (!text.includes(from)) throw new Error(`the programme has no ${from}`);
	return text.replace(from, () => to);
}
