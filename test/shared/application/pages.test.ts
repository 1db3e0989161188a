import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Application } from '../../../shared/application/application.ts';
import { normalizeAnswer } from '../../../shared/application/answerWikitext.ts';
import { readApplications } from '../../../shared/application/readApplications.ts';
import { readStatusRegion, replaceStatusRegion } from '../../../shared/application/statusRegion.ts';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import { hostileText } from './hostileText.ts';
import { samples } from '../../samples.ts';

const seed = 20210114;
const runs = { seed, numRuns: samples(5_000) };

const id = fc.constantFrom(
	'motivation',
	'experience',
	'hours',
	'constructor',
	'__proto__',
	'toString',
	'a-b',
	'ﬁne words',
);
const answers = fc.uniqueArray(fc.tuple(id, hostileText.map(normalizeAnswer)), {
	maxLength: 5,
	selector: ([name]) => name,
});
const application: fc.Arbitrary<Application> = fc
	.record(
		{
			course: fc.constantFrom('iah', 'pb'),
			answers: answers.map(collectAnswers),
			email: fc.constantFrom('sent', 'not sent'),
			language: fc.constantFrom('en', 'zh-hans', 'be-tarask'),
			nonce: fc.constantFrom('a1b2c3', 'zzzzzz00'),
		},
		{ requiredKeys: ['course', 'answers', 'email'] },
	)
	.map((value) => value as Application);

function collectAnswers(entries: readonly (readonly [string, string])[]): Record<string, string> {
	const made = Object.create(null) as Record<string, string>;
	for (const [name, value] of entries) made[name] = value;
	return made;
}

function only(text: string) {
	const { applications } = readApplications(text);
	expect(applications).toHaveLength(1);
	return applications[0]!;
}

describe(`an application's page (seed ${seed}, ${runs.numRuns} cases each)`, () => {
	it('round-trips', () => {
		fc.assert(
			fc.property(application, (written) => {
				const page = writeApplication(written);
				expect(readApplications(page).problems).toEqual([]);
				const read = only(page);
				expect(read.application).toEqual(written);
				expect(Object.keys(read.application.answers)).toEqual(Object.keys(written.answers));
				expect(read.start).toBe(0);
				expect(readStatusRegion(page)).toMatchObject({ found: true, status: '' });
			}),
			runs,
		);
	});

	it('keeps everything around the status region', () => {
		const status = fc.constantFrom(
			'',
			'Received.',
			'{{WikiLearn status|waitlisted}}\n\n* one\n* two',
			'é',
			'<!-- a note -->',
		);
		fc.assert(
			fc.property(application, hostileText, status, status, (written, note, firstStatus, secondStatus) => {
				const page = `${writeApplication(written)}${note.replace(/<!--/g, '')}`;
				const first = replaceStatusRegion(page, firstStatus);
				const start = page.indexOf('<!-- wikilearn:status begin');
				if (!first.done) throw new Error(first.reason);
				const second = replaceStatusRegion(first.text, secondStatus);
				if (!second.done) throw new Error(second.reason);
				expect(second.isChanged).toBe(firstStatus !== secondStatus);
				expect(readStatusRegion(second.text)).toMatchObject({ found: true, status: secondStatus });
				expect(replaceStatusRegion(second.text, secondStatus)).toEqual({
					done: true,
					text: second.text,
					isChanged: false,
				});
				expect(second.text.slice(0, start)).toBe(page.slice(0, start));
				expect(second.text.slice(-page.length + page.indexOf('status end -->'))).toBe(
					page.slice(page.indexOf('status end -->')),
				);
			}),
			runs,
		);
	});
});
