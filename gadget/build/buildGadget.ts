import { readdir, readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import { bundleScript } from './bundleScript.ts';
import { addFallbacks, readDesignTokens } from './designTokens.ts';
import { protectScript, protectStyle } from './protectFromPreSaveTransform.ts';
import { expandLanguages, readDefinitions } from './readDefinitions.ts';
import { type Messages, findUsedMessages } from './usedMessages.ts';

/** A page of the MediaWiki namespace: its name without the namespace prefix, and its text. */
export interface Page {
	readonly name: string;
	readonly text: string;
}

/** The source file of each script and style sheet. */
const SOURCES: Readonly<Record<string, string>> = {
	'wikilearn.js': 'gadget/entry.ts',
	'wikilearn-form.js': 'gadget/form/main.ts',
	'wikilearn-submit.js': 'gadget/submit/main.ts',
	'wikilearn-requirements.js': 'gadget/requirements/main.ts',
	'wikilearn-my-application.js': 'gadget/my-application/main.ts',
	'wikilearn-review.js': 'gadget/review/main.ts',
	'wikilearn-form.css': 'gadget/form/form.css',
	'wikilearn-review.css': 'gadget/review/review.css',
	'wikilearn-programme.json': 'shared/programme/wikilearn.json',
};

const ROOT = new URL('../../', import.meta.url);
const readSource = (path: string): Promise<string> => readFile(new URL(path, ROOT), 'utf8');

/**
 * Builds all pages of the gadget: those named in the definition lines, and the lines themselves.
 * @throws Error if a source is missing, or if saving would change a page
 */
export async function buildGadget(): Promise<readonly Page[]> {
	const languages = await listLanguages();
	const lines = expandLanguages(await readSource('gadget/Gadgets-definition'), languages).trim();
	const english = await readMessages('en');
	// Modules share some pages, such as the form's style sheet and the programme.
	const files = new Set(readDefinitions(lines).flatMap((definition) => definition.files));
	const pages = [...files].map(async (file): Promise<Page> => ({
		name: `Gadget-${file}`,
		text: await makePage(file, english, languages),
	}));
	return [...(await Promise.all(pages)), { name: 'Gadgets-definition', text: lines }];
}

async function makePage(file: string, english: Messages, languages: readonly string[]): Promise<string> {
	const page = parseMessagePage(file);
	if (page) {
		const keys = Object.keys(await readUsedMessages(page.script, english, languages));
		return makeMessagePage(file, pickMessages(await readMessages(page.language), keys));
	}
	const source = SOURCES[file];
	if (source === undefined) throw new Error(`gadget/Gadgets-definition: ${file} has no source`);
	if (file.endsWith('.json')) return writeWikiJson(JSON.parse(await readSource(source)));
	if (file.endsWith('.css')) {
		const styled = addFallbacks(await readSource(source), await readDesignTokens());
		const style = await transform(styled, { loader: 'css', minify: true, charset: 'utf8' });
		return protectStyle(file, style.code);
	}
	const messages = await readUsedMessages(source, english, languages);
	return protectScript(file, await bundleScript({ source, messages, languages }));
}

/**
 * Formats JSON like MediaWiki (`JsonContent::beautifyJSON`), so that saving a JSON page does not change it: tabs, `{}` and
 * `[]` on one line, and `<`, `>`, `&` and line separators escaped.
 */
function writeWikiJson(value: unknown): string {
	return JSON.stringify(value, null, '\t').replace(
		/[<>&\u2028\u2029]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
	);
}

/** `wikilearn-i18n-es.js` has the form's messages, `wikilearn-submit-i18n-es.js` those of the `submit` script. */
function parseMessagePage(file: string): { readonly script: string; readonly language: string } | null {
	const [, script = 'form', language] = /^wikilearn(?:-([a-z-]+?))?-i18n-(.+)\.js$/.exec(file) ?? [];
	return language === undefined ? null : { script: SOURCES[`wikilearn-${script}.js`] ?? '', language };
}

/** Only the messages that a script uses, to keep its page small. */
async function readUsedMessages(
	source: string,
	english: Messages,
	languages: readonly string[],
): Promise<Messages> {
	return findUsedMessages(await bundleScript({ source, messages: {}, languages }), english);
}

/** A language's messages as a module that adds them to `mw.messages`. */
function makeMessagePage(file: string, messages: Messages): Promise<string> {
	return protectScript(file, `mw.messages.set(${JSON.stringify(messages)});`);
}

function pickMessages(messages: Messages, keys: readonly string[]): Messages {
	const chosenKeys = new Set(keys);
	return Object.fromEntries(Object.entries(messages).filter(([key]) => chosenKeys.has(key)));
}

async function listLanguages(): Promise<readonly string[]> {
	const names = await readdir(new URL('shared/i18n/', ROOT));
	return names
		.filter((name) => /^[a-z-]+\.json$/.test(name))
		.map((name) => name.slice(0, -'.json'.length))
		.filter((code) => code !== 'en' && code !== 'qqq')
		.sort();
}

/** translatewiki.net's format: a flat object, with `@metadata`. */
async function readMessages(language: string): Promise<Messages> {
	const messages = JSON.parse(await readSource(`shared/i18n/${language}.json`)) as Readonly<
		Record<string, unknown>
	>;
	return Object.fromEntries(
		Object.entries(messages).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
	);
}
