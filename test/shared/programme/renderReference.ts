import * as v from 'valibot';
import { question } from '../../../shared/programme/question.ts';
import { requirement } from '../../../shared/programme/requirement.ts';
import { course, programme } from '../../../shared/programme/schema.ts';
import { getExpectation, type SchemaNode } from '../../../shared/programme/describeIssue.ts';
import { formatExample } from '../../../shared/programme/programmeProblem.ts';

const introduction = `# The programme page

<!-- Made from the schema by referencePage.ts. Change the schema; \`npm test -- test/shared/programme -u\` writes this page anew. -->

One JSON page describes a programme: \`MediaWiki:Gadget-wikilearn-programme.json\`. \`wikilearn.json\` is an example to
start from. Texts for people are plain text (\`"Why?"\`) or a map of languages (\`{"en": "Why?", "es": "¿Por qué?"}\`);
readers get their language, else what MediaWiki falls back to, else English, else the first. Instants carry their offset
from UTC: \`2021-01-14T23:59:59-12:00\` is the end of the 14th anywhere on Earth.

Besides what the tables say: \`opens\` < \`closes\` ≤ \`notify\` ≤ \`starts\`; ids and pages of courses differ from each
other; the bot is neither reviewer nor team member; a question id that two courses share has one type; the ids
\`course\`, \`email\`, \`save\`, \`withdrawn\`, \`version\` and \`constructor\` are taken; a requirement of the kind \`answer\`
asks for a question of its course and for answers that can be given.

A file for \`wikilearn-bot deploy --programme\` may leave out the \`id\` of accounts and of the log, and \`from\`: \`deploy\` looks
them up and fills them in.
`;

/** The reference of the programme page in Markdown, made from the schema. */
export function renderReference(): string {
	const sections = [
		...section('Programme', asNode(programme), 2),
		...section('Course', asNode(course), 2),
		'\n## Requirements\n',
		...variants(asNode(requirement)),
		'\n## Questions\n',
		...variants(asNode(question)),
	];
	return [introduction, ...sections].join('\n') + '\n';
}

/** A table of an object's keys, with those of small objects inside it. */
function section(heading: string, node: SchemaNode, level: number): readonly string[] {
	const description = findDescription(node);
	return [
		`\n${'#'.repeat(level)} ${heading}\n`,
		...(description === '' ? [] : [description, '']),
		'| key | | what it is | expected | example |',
		'| --- | --- | --- | --- | --- |',
		...rows(node, ''),
	];
}

function variants(node: SchemaNode): readonly string[] {
	const options = (node.options ?? []) as readonly SchemaNode[];
	return options.flatMap((option) => [...section(listKinds(option, String(node.key)).join(', '), option, 3)]);
}

function rows(node: SchemaNode, before: string): readonly string[] {
	return Object.entries(node.entries ?? {}).flatMap(([key, entry]) => {
		const inner = entry.wrapped ?? entry;
		const row = [
			`\`${before}${key}\``,
			entry.wrapped ? 'optional' : 'required',
			findDescription(inner) || (isKind(inner) ? 'The kind, which decides on the other keys.' : ''),
			describeType(inner),
			findExample(inner),
		];
		return [
			`| ${row.map(formatCell).join(' | ')} |`,
			...(inner.entries ? rows(inner, `${before}${key}.`) : []),
			...(inner.item?.entries && Object.keys(inner.item.entries).length < 5
				? rows(inner.item, `${before}${key}[].`)
				: []),
		];
	});
}

function describeType(node: SchemaNode): string {
	const words = listValues(node);
	if (words.length > 0) return `one of ${words.map((word) => `\`${word}\``).join(', ')}`;
	return getExpectation(node).expected ?? 'text';
}

function findExample(node: SchemaNode): string {
	const example = listValues(node)[0] ?? getExpectation(node).examples?.[0];
	return example === undefined ? '' : `\`${formatExample(example)}\``;
}

function listKinds(option: SchemaNode, key: string): readonly string[] {
	const discriminator = option.entries?.[key];
	return discriminator ? listValues(discriminator) : [];
}

function listValues(node: SchemaNode): readonly string[] {
	if (node.type === 'picklist') return node.options as readonly string[];
	return node.type === 'literal' ? [String(node.literal)] : [];
}

function isKind(node: SchemaNode): boolean {
	return listValues(node).length > 0;
}

function findDescription(node: SchemaNode): string {
	return v.getDescription(node as unknown as v.GenericSchema) ?? '';
}

/** A cell of a Markdown table. */
function formatCell(text: string): string {
	return text.replace(/\|/g, '\\|');
}

function asNode(schema: v.GenericSchema): SchemaNode {
	return schema;
}
