import { describe, expect, it } from 'vitest';
import { promptAll, type Prompt } from '../../../bot/commands/init/promptAll.ts';
import { fillTemplate, TEMPLATES } from '../../../bot/commands/init/fillTemplate.ts';
import { readDraft } from '../../../bot/deploy/draft.ts';

const TODAY = '2031-01-01';

/** Someone who types these answers, by the word that the question is known by, and Enter to all others. */
function createTypist(typed: readonly (readonly [RegExp, ...string[]])[]): {
	readonly ask: Prompt;
	readonly asked: string[];
} {
	const left = typed.map(([question, ...answers]) => ({ asks: question, answers }));
	const asked: string[] = [];
	const ask: Prompt = (asks) => {
		asked.push(asks);
		return Promise.resolve(left.find((reply) => reply.asks.test(asks))?.answers.shift() ?? '');
	};
	return { ask, asked };
}

const MUST = [
	[/programme called/, 'Travel'],
	[/bot’s account/, 'TravelBot'],
	[/Who decides/, 'One, Two'],
	[/addresses by mail/, 'TravelTeam'],
	[/email address answers/, 'travel@example.org'],
	[/first course/, 'Conférence 2031!'],
	[/Whom/, 'Everybody'],
] as const;

describe('wikilearn-bot init', () => {
	it.each(Object.keys(TEMPLATES))('starts from a valid template: %s', (template) => {
		expect(readDraft(fillTemplate(template, {}))).toMatchObject({ ok: true });
	});

	it('makes a valid programme from the required input and defaults', async () => {
		const output: string[] = [];
		const { ask } = createTypist(MUST);
		const answers = await promptAll('scholarship', {}, TODAY, ask, (line) => output.push(line));
		const read = readDraft(fillTemplate('scholarship', answers));
		expect(read).toMatchObject({
			ok: true,
			programme: {
				root: 'Travel',
				bot: { name: 'TravelBot' },
				reviewers: [{ name: 'One' }, { name: 'Two' }],
				log: { page: 'Travel/Log' },
				courses: [
					{
						id: 'conference-2031',
						page: 'Travel/Conférence 2031!',
						opens: '2031-01-08T00:00:00Z',
						closes: '2031-02-07T23:59:59-12:00',
						notify: '2031-02-21T12:00:00Z',
						starts: '2031-03-07T00:00:00Z',
					},
				],
			},
		});
		expect(output).toEqual([]);
	});

	it('asks again, with the reason, after invalid input', async () => {
		const output: string[] = [];
		const { ask, asked } = createTypist([
			...MUST,
			[/How many seats/, 'many', '-3', '12'],
			[/Which is the last day/, '2031-02-30', '2031-01-02', '2031-03-01'],
		]);
		const answers = await promptAll('course', {}, TODAY, ask, (line) => output.push(line));
		expect(answers).toMatchObject({ seats: '12', closes: '2031-03-01' });
		expect(asked.filter((asks) => asks.startsWith('How many seats'))).toHaveLength(3);
		expect(output).toHaveLength(4);
		expect(output.join('\n')).toMatch(/courses\[0\]\.seats[\s\S]*no such day[\s\S]*courses\[0\]\.closes/);
		expect(readDraft(fillTemplate('course', answers)).ok).toBe(true);
	});

	it('does not ask for values given as options', async () => {
		const { ask, asked } = createTypist(MUST);
		await promptAll('course', { seats: '3', opens: '2031-05-01' }, TODAY, ask, () => undefined);
		expect(asked.some((asks) => /seats|From which day/.test(asks))).toBe(false);
	});
});
