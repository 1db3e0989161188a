import { describe, expect, it } from 'vitest';
import { lifeKey } from '../../../gadget/review/lifeKey.ts';
import { placeMark, type WantedMark } from '../../../gadget/review/placeMark.ts';
import { readProgramme } from '../../../shared/programme/readProgramme.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import type { Submission } from '../../../shared/submission/submission.ts';
import { traceApplications } from '../../../shared/submission/traceApplications.ts';

const read = readProgramme(pilot);
if (!read.ok) throw new Error('the example programme is not valid');
const { programme } = read;

const ANA = { id: 11, name: 'Ana' };
const BEN = { id: 12, name: 'Ben' };
const signed = { user: { id: 7, name: 'ReviewerOne' }, date: '2021-01-16T10:00:00Z' };
const accept: WantedMark = { kind: 'decision', outcome: 'accepted', note: 'a | b }} ~~~~', place: null };
const call = (words: string): string =>
	`{{WikiLearn application\n| course = iah\n| motivation = ${words}\n}}`;

function submission(
	kind: Submission['kind'],
	...texts: readonly (readonly [typeof ANA, string])[]
): Submission {
	return {
		kind,
		title: kind === 'talk' ? 'Talk:Course' : 'Course/Applications/Ana',
		pageid: 5,
		courses: ['iah'],
		inName: kind === 'talk' ? '' : 'Ana',
		movedTo: null,
		history: texts.map(([user, text], index) => ({
			revid: index + 1,
			parentid: index,
			timestamp: `2021-01-0${index + 1}T00:00:00Z`,
			user,
			text,
			tags: [],
		})),
	};
}

const applicationsOf = (on: Submission) => traceApplications(on, programme, 'en').applications;

/** The page after it, as the bot will read it. */
function decidedOn(on: Submission, name: string, mark = accept) {
	const one = applicationsOf(on).find(({ added }) => added.user?.name === name)!;
	const text = placeMark(programme, on, lifeKey(one), mark, signed);
	if (text === null) return null;
	const revid = on.history.length + 1;
	const next = { revid, parentid: revid - 1, timestamp: signed.date, user: signed.user, text, tags: [] };
	return { text, applications: applicationsOf({ ...on, history: [...on.history, next] }) };
}

describe('where a decision goes', () => {
	it('is the end of a subpage; the rest stays as it is, and the note is only text', () => {
		const page = `${call('mine')}\n\nA remark.`;
		const done = decidedOn(submission('subpage', [ANA, page]), 'Ana');
		expect(done?.text.startsWith(page)).toBe(true);
		expect(done?.applications).toMatchObject([
			{ decisions: [{ outcome: 'accepted', note: 'a | b }} ~~~~', change: { user: signed.user } }] },
		]);
	});

	it.each(['Ana', 'Ben'])('is the section of %s, of two who applied on one talk page', (name) => {
		const first = `== Ana applies ==\n${call('I am Ana')}\n~~\n`;
		const both = `${first}\n== Ben applies ==\n${call('I am Ben')}\n\n== Other things ==\nHello.`;
		const done = decidedOn(submission('talk', [ANA, first], [BEN, both]), name);
		const decided = done?.applications.filter(({ decisions }) => decisions.length > 0);
		expect(decided?.map(({ added }) => added.user?.name)).toEqual([name]);
		expect(done?.text).toMatch(/== Other things ==\nHello\.\s*$/);
	});

	it.each(['Ana', 'Ben'])('is with %s, of two in one section', (name) => {
		const one = `== Applications ==\n${call('I am Ana')}\n`;
		const both = `${one}\n${call('I am Ben')}\n`;
		const done = decidedOn(submission('talk', [ANA, one], [BEN, both]), name);
		const decided = done?.applications.filter(({ decisions }) => decisions.length > 0);
		expect(decided?.map(({ added }) => added.user?.name)).toEqual([name]);
	});

	it('is found though somebody else changed the answers', () => {
		const done = decidedOn(submission('subpage', [ANA, call('mine')], [BEN, call('not yours')]), 'Ana');
		expect(done?.applications).toMatchObject([{ decisions: [{ outcome: 'accepted' }] }]);
	});

	it('is nowhere once the application is gone', () => {
		expect(decidedOn(submission('subpage', [ANA, call('mine')], [BEN, 'Nothing here.']), 'Ana')).toBeNull();
	});

	it('holds for stepping aside as well', () => {
		const done = decidedOn(submission('subpage', [ANA, call('mine')]), 'Ana', { kind: 'recusal' });
		expect(done?.applications).toMatchObject([{ decisions: [], recusals: [{ user: signed.user }] }]);
	});
});
