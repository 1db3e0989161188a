import { expect, it } from 'vitest';
import { hasSameDecisions, replyOn } from '../../../gadget/own/replyOn.ts';
import type { Base } from '../../../gadget/save/base.ts';

const reply = { course: 'iah', answer: 'confirmed', by: 'Ama', date: '2021-01-20T00:00:00Z' } as const;
const mark = '{{WikiLearn reply|answer=confirmed|by=Ama|date=2021-01-20T00:00:00Z}}';
const text =
	'{{WikiLearn application\n| course = iah\n}}\n\n== Review ==\n{{WikiLearn decision|outcome=accepted}}';
const page: Base = { kind: 'page', title: 'T', revid: 1, text, mine: true };

it('goes to the end of the page, and leaves all else as it is', () => {
	expect(replyOn(page, reply)).toBe(`${text}\n\n${mark}\n`);
});

it('is written once, where the bot wrote between a save and its lost answer', () => {
	const there = `${text}\n\n${mark}\n<!-- something else -->\n`;
	expect(replyOn({ ...page, text: there }, reply)).toBe(there);
});

it('a later one is another one, beside the first', () => {
	const there = `${text}\n\n${mark}\n`;
	const next = replyOn(
		{ ...page, text: there },
		{ ...reply, answer: 'turned-down', date: '2021-01-21T00:00:00Z' },
	);
	expect(next).toMatch(/answer=confirmed.*\n\n.*answer=turned-down/);
});

it('does not begin a page, and goes on no page of somebody else’s, or without the application', () => {
	expect(replyOn({ kind: 'new' }, reply)).toBeNull();
	expect(replyOn({ ...page, mine: false }, reply)).toBeNull();
	expect(replyOn({ ...page, text: text.replace('iah', 'pb') }, reply)).toBeNull();
});

it('stays what was meant while the decisions do', () => {
	expect(hasSameDecisions(text, `${text}\n<!-- wikilearn:status -->`)).toBe(true);
	expect(hasSameDecisions(text, `${text}\n{{WikiLearn recusal|by=X}}`)).toBe(true);
	expect(hasSameDecisions(text, `${text}\n{{WikiLearn decision|outcome=declined}}`)).toBe(false);
	expect(hasSameDecisions(text, text.replace('accepted', 'waitlisted'))).toBe(false);
});
