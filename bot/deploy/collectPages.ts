import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { Programme, Course } from '../../shared/programme/schema.ts';
import { PROGRAMME_PAGE } from '../../shared/programme/programmeHistory.ts';
import { STOP_PAGE_DEFAULT } from '../operations/stopPage.ts';
import { applicationTemplate, preloadTemplate, preloadTitle } from './applicationTemplate.ts';
import { reviewPage, type OwnPage } from './ownPages.ts';
import { encodeAnswer } from '../../shared/application/answerWikitext.ts';
import { localize } from '../../shared/programme/localize.ts';

export interface Sources {
	/** `dist/gadget/`: pages of the MediaWiki namespace, in files named after them. */
	readonly gadget: URL;
	/** Pages as files: `Template/WikiLearn status.wikitext` is `Template:WikiLearn status`. */
	readonly pages: URL;
}

/**
 * The folders with the pages to deploy: next to `dist/bot/main.js` once built, or in the repository when run from
 * source.
 *
 * @returns null if the gadget has not been built
 */
export function findSources(): Sources | null {
	const sources = import.meta.url.endsWith('/main.js')
		? { gadget: new URL('../gadget/', import.meta.url), pages: new URL('./pages/', import.meta.url) }
		: {
				gadget: new URL('../../dist/gadget/', import.meta.url),
				pages: new URL('./pages/', import.meta.url),
			};
	return existsSync(new URL('Gadgets-definition', sources.gadget)) ? sources : null;
}

/**
 * The intended content of every page that the project deploys.
 *
 * @param programmeText the programme page's new text; null leaves it unchanged
 */
export async function collectPages(
	sources: Sources,
	programme: Programme,
	programmeText: string | null = JSON.stringify(programme, null, '\t'),
): Promise<readonly OwnPage[]> {
	return [
		...(await readTemplates(sources.pages)),
		applicationTemplate(programme),
		...programme.courses.map((course) => preloadTemplate(programme, course)),
		...(programmeText === null
			? []
			: [{ title: PROGRAMME_PAGE, text: programmeText, policy: 'whole' } as const]),
		...(await readGadgetPages(sources.gadget)),
		...programme.courses.map((course) => coursePage(programme, course)),
		reviewPage(programme),
		{ title: `User:${programme.bot.name}/Stop`, text: STOP_PAGE_DEFAULT, policy: 'if-missing' },
	];
}

async function readTemplates(folder: URL): Promise<readonly OwnPage[]> {
	const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.wikitext'));
	return Promise.all(
		files.sort().map(async (file): Promise<OwnPage> => ({
			title: file.replace('/', ':').replace(/\.wikitext$/, ''),
			text: await readFile(fileUrl(folder, file), 'utf8'),
			policy: 'whole',
		})),
	);
}

/** The definition is last, so that the gadget is not enabled before its pages exist. */
async function readGadgetPages(folder: URL): Promise<readonly OwnPage[]> {
	const files = (await readdir(folder)).filter((file) => `MediaWiki:${file}` !== PROGRAMME_PAGE);
	const pages = await Promise.all(
		files.sort().map(async (file): Promise<OwnPage> => ({
			title: `MediaWiki:${file}`,
			text: await readFile(fileUrl(folder, file), 'utf8'),
			policy: file === 'Gadgets-definition' ? 'definition' : 'whole',
		})),
	);
	return [...pages].sort((a, b) => Number(a.policy === 'definition') - Number(b.policy === 'definition'));
}

function fileUrl(folder: URL, file: string): URL {
	return new URL(file.split('/').map(encodeURIComponent).join('/'), folder);
}

/** A course page with the form's mount, which contains the fallback for users without JavaScript. */
export function coursePage(programme: Programme, course: Course): OwnPage {
	const encode = (text: Course['title']) => encodeAnswer(localize(text, programme.language));
	const text = `${encode(course.audience)}\n\n${renderMount(course)}`;
	return { title: course.page, text, policy: 'if-missing', mount: course.id };
}

/** The form's mount; without JavaScript, it shows a link that adds an empty application to the talk page. */
function renderMount(course: Course): string {
	const address = `{{fullurl:{{TALKPAGENAME}}|action=edit&section=new&preload=${preloadTitle(course).replace(/ /g, '_')}}}`;
	return [
		`<div class="wikilearn-application" data-course="${course.id}">`,
		`[${address} ${encodeAnswer('Apply on the talk page')}]`,
		'</div>',
	].join('\n');
}
