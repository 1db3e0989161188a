import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../bot/commands/program.ts';
import { VARIABLES } from '../bot/operations/settings.ts';
import packageJson from '../package.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const files = [
	...readdirSync(ROOT),
	...['shared', 'gadget', 'bot', 'test'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
	),
];
const documents = files
	.filter((file) => file.endsWith('.md'))
	.map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));
const everything = documents.map(({ text }) => text).join('\n');
const program = createProgram();

/** As the sites that show Markdown make them of headings. */
function findAnchors(text: string): readonly string[] {
	return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replace(/ /g, '-'),
	);
}

describe.each(documents)('$file', ({ file, text }) => {
	it('has no broken links', () => {
		const broken = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].filter(([, link = '']) => {
			const [path = '', anchor] = link.split('#');
			const target = path === '' ? file : normalize(join(dirname(file), path));
			if (!existsSync(join(ROOT, target))) return true;
			return anchor !== undefined && !findAnchors(readFileSync(join(ROOT, target), 'utf8')).includes(anchor);
		});
		expect(broken.map(([link]) => link)).toEqual([]);
	});

	it('names only existing files', () => {
		const named = [...text.matchAll(/`((?:shared|gadget|bot|test)\/[\w./-]+)`/g)].map(
			([, path = '']) => path,
		);
		// What readers are to put a name into is in capitals.
		const broken = named.filter((path) => !/[A-Z](?:\.\w+)?$|[A-Z]{2}/.test(path));
		expect(broken.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
	});

	it('names only existing scripts, commands, options and variables', () => {
		const scripts = [...text.matchAll(/\bnpm run ([\w-]+)/g)].map(([, name]) => name);
		expect(scripts.filter((name) => !(String(name) in packageJson.scripts))).toEqual([]);
		for (const [line, name = '', rest = ''] of text.matchAll(
			/(?:\bwikilearn-bot|npm run bot --) ([a-z]+)\b([^\n`#]*)/g,
		)) {
			const command = program.commands.find((candidate) => candidate.name() === name);
			expect(command, line).toBeDefined();
			for (const [flag] of rest.matchAll(/--[a-z][a-z-]*/g))
				expect(command?.options.map(({ long }) => long).concat('--help'), line).toContain(flag);
		}
		const variables = [...text.matchAll(/\bWIKILEARN_[A-Z_]+/g)].map(([name]) => name);
		expect(variables.filter((name) => !(name in VARIABLES))).toEqual([]);
	});
});

it.each(program.commands.map((command) => command.name()))('the table of commands lists %s', (name) => {
	expect(everything.split('\n').some((line) => line.startsWith(`| \`${name}\` |`))).toBe(true);
});
