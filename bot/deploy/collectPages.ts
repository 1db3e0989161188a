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
	/** `dist/gadget/`: pages of the MediaWiki namespace, as files named after them. */
	readonly gadget: URL;
	/** Pages as files: `Template/WikiLearn status.wikitext` is `Template:WikiLearn status`. */
	readonly pages: URL;
}

/**
 * Where the pages lie that are deployed: around `dist/bot/main.js` once built, and in the repository when run from its
 * sources.
 *
 * @returns null where the gadget has not been built
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
 * Every page that the project keeps on a wiki, as it should be there.
 *
 * @param programmeText what to write to the programme page; null leaves it alone
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

/** The definition comes last, so that no wiki is told of a gadget whose pages it does not have yet. */
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

/** A course page with the mount of the form; inside it stands what people without scripts get. */
export function coursePage(programme: Programme, course: Course): OwnPage {
	const encode = (text: Course['title']) => encodeAnswer(localize(text, programme.language));
	const text = `${encode(course.audience)}\n\n${renderMount(course)}`;
	return { title: course.page, text, policy: 'if-missing', mount: course.id };
}

/** Where the form appears. Inside stands what people without scripts get: an empty application on the talk page. */
function renderMount(course: Course): string {
	const address = `{{fullurl:{{TALKPAGENAME}}|action=edit&section=new&preload=${preloadTitle(course).replace(/ /g, '_')}}}`;
	return [
		`<div class="wikilearn-application" data-course="${course.id}">`,
		`[${address} ${encodeAnswer('Apply on the talk page')}]`,
		'</div>',
	].join('\n');
}
