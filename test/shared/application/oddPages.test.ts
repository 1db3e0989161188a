import { describe, expect, it } from 'vitest';
import { readApplications } from '../../../shared/application/readApplications.ts';
import {
	readStatusRegion,
	replaceStatusRegion,
	writeStatusRegion,
} from '../../../shared/application/statusRegion.ts';
import { writeApplication } from '../../../shared/application/writeApplication.ts';

const call = '{{WikiLearn application|course=iah|email=sent|why=because}}';
const because = { course: 'iah', answers: { why: 'because' }, email: 'sent' };

describe('applications on odd pages', () => {
	it.each<[string, string, readonly object[], readonly object[]]>([
		['nothing', '', [], []],
		[
			'any order, comments',
			'{{ Template:wikiLearn_application <!-- c -->\n|why <!-- c --> = because <!-- x | y -->\n| email=Sent |course = iah }}',
			[because],
			[],
		],
		[
			'a nested template and a link',
			'{{WikiLearn application|course=iah|email=sent|why=a {{b|c=d}} [[e|f]]}}',
			[{ ...because, answers: { why: 'a {{b|c=d}} [[e|f]]' } }],
			[],
		],
		['an unclosed template before', `{{Welcome|a\n\n${call}`, [because], []],
		['an unclosed template after', `${call}\n{{Welcome|a`, [because], []],
		['a stray closing before', `}}\n${call}`, [because], []],
		[
			'its own closing missing',
			'x {{WikiLearn application\n| course = iah\n| why = {{b',
			[],
			[{ kind: 'unclosed-template', start: 2 }],
		],
		[
			'its own closing missing, without parameters',
			'{{WikiLearn application\n\nHello',
			[],
			[{ kind: 'unclosed-template', start: 0 }],
		],
		[
			'a call after the unclosed one',
			`{{WikiLearn application|a=b\n${call}`,
			[because],
			[{ kind: 'unclosed-template', start: 0 }],
		],
		[
			'no course',
			'{{WikiLearn application|why=x}}',
			[{ course: '', answers: { why: 'x' }, email: 'not sent' }],
			[{ kind: 'missing-course', start: 0 }],
		],
		[
			'older names',
			'{{WikiLearn application|Course=iah|e-mail=sent|why=because|withdraw=yes}}',
			[because],
			[],
		],
		[
			'a save of the form',
			'{{WikiLearn application|course=iah|email=sent|save= a1b2c3 |why=because}}',
			[{ ...because, nonce: 'a1b2c3' }],
			[],
		],
		[
			'a save that the form does not write',
			'{{WikiLearn application|course=iah|email=sent|save=Money|why=because}}',
			[because],
			[],
		],
		[
			'an address',
			'{{WikiLearn application|course=iah|email=me@example.org|why=because}}',
			[{ ...because, email: 'not sent' }],
			[{ kind: 'address-on-page', start: 0 }],
		],
		[
			'a parameter twice',
			'{{WikiLearn application|course=iah|email=sent|why=x|why=because}}',
			[because],
			[{ kind: 'duplicate-parameter', start: 0, name: 'why' }],
		],
		[
			'a pipe in hand-written text',
			'{{WikiLearn application|course=iah|email=sent|why=because|of this}}',
			[{ ...because, answers: { 1: 'of this', why: 'because' } }],
			[{ kind: 'unnamed-parameter', start: 0, name: '1' }],
		],
		['an empty last pipe', '{{WikiLearn application|course=iah|email=sent|why=because|\n}}', [because], []],
		[
			'the same course twice',
			`${call}\n${call}`,
			[because, because],
			[{ kind: 'duplicate-call', start: call.length + 1, course: 'iah' }],
		],
		['in two sections', `== A ==\n${call}\n== B ==\n${call}`, [because, because], []],
		[
			'in nowiki, a comment, a tag',
			`<nowiki>${call}</nowiki><!--${call}--><syntaxhighlight lang="x">${call}</syntaxhighlight><includeonly>${call}</includeonly>`,
			[],
			[],
		],
		['in another template', `{{Collapse|${call}}}`, [because], []],
		[
			'in itself',
			`{{WikiLearn application|course=pb|why=${call}}}`,
			[{ course: 'pb', answers: { why: call }, email: 'not sent' }],
			[],
		],
		['a name made by a template', '{{WikiLearn {{x}}|course=iah}}{{{WikiLearn application|x}}}', [], []],
		[
			'withdrawn, by hand',
			'{{WikiLearn application|course=iah|email=sent|withdrawn=yes|why=because}}',
			[because],
			[],
		],
	])('%s', (_, text, applications, problems) => {
		const read = readApplications(text);
		expect(read.applications.map(({ application }) => application)).toEqual(applications);
		expect(read.problems).toEqual(problems);
	});

	// More than a function can be given as arguments.
	it.each([
		['comments on one line', `x\n${'<!---->'.repeat(299_000)}\n`],
		['parameters without a name', `{{WikiLearn application|course=iah${'|a'.repeat(1_000_000)}}}`],
		['parameters given again', `{{WikiLearn application|course=iah${'|a=b'.repeat(500_000)}}}`],
	])('reads a page that is full of %s', (_, filling) => {
		const { applications } = readApplications(filling + call);
		expect(applications.map(({ application }) => application)).toContainEqual(because);
	});

	it('reports the innermost section', () => {
		const sections = readApplications(
			`${call}\n== A ==\n=== B <!-- c -->===\n${call}\n== C ==\n`,
		).applications.map(({ section }) => section?.title);
		expect(sections).toEqual([undefined, 'B <!-- c -->']);
	});

	it('rejects question ids that cannot be written', () => {
		for (const id of ['a|b', 'a=b', '', 'course', 'mail', 'save', 'withdrawn', ' a', '{{x}}']) {
			expect(() => writeApplication({ ...because, email: 'sent', answers: { [id]: 'x' } })).toThrow(
				RangeError,
			);
		}
	});
});

describe('the status region', () => {
	const region = writeStatusRegion('old');
	it.each([
		['gone', 'text', 'missing'],
		['only in nowiki', `<nowiki>${region}</nowiki>`, 'missing'],
		['doubled', `${region}${region}`, 'doubled'],
		['without its end', region.replace(/<!--[^>]*end -->/, ''), 'no-end'],
		['without its begin', region.slice(region.indexOf('-->') + 3), 'no-begin'],
		['the wrong way round', '<!-- wikilearn:status end --><!-- wikilearn:status begin -->', 'wrong-order'],
	])('%s', (_, text, reason) => {
		expect(readStatusRegion(text)).toEqual({ found: false, reason });
		expect(replaceStatusRegion(text, 'new')).toEqual({ done: false, reason });
	});

	it.each(['<!-- open', '<nowiki>', '<!-- wikilearn:status end -->'])('rejects %s as a status', (status) => {
		const page = `${region}<!-- later --></nowiki>`;
		expect(replaceStatusRegion(page, status)).toEqual({ done: false, reason: 'unfit-status' });
	});

	it('is found within one section among several', () => {
		const text = `== A ==\n${region}\n== B ==\n${region}\n`;
		const within = { start: text.indexOf('== B'), end: text.length };
		expect(replaceStatusRegion(text, 'new', within)).toEqual({
			done: true,
			isChanged: true,
			text: `== A ==\n${region}\n== B ==\n${writeStatusRegion('new')}\n`,
		});
	});
});
