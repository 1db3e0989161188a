import * as v from 'valibot';
import type { PlannedNotice } from './plannedNotice.ts';
import { fallbackChain } from '../../shared/programme/localize.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { askAll } from '../../shared/wiki/askAll.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import { inBatches } from '../../shared/wiki/readPages.ts';
import type { Site } from '../../shared/wiki/readSite.ts';

/** Titles of templates (as the wiki writes them, with their namespace), and whether they are there. */
export type KnownTexts = ReadonlyMap<string, boolean>;

const pagesSchema = v.object({
	query: v.object({
		pages: v.array(v.object({ title: v.string(), missing: v.optional(v.boolean(), false) })),
	}),
});

/**
 * Looks which of the notices' texts are on the wiki, in the languages that are wanted.
 *
 * @param known what was seen before and did not change since
 * @throws WikiError
 */
export async function readTexts(
	wiki: Wiki,
	notices: readonly PlannedNotice[],
	known: KnownTexts,
	site: TemplateSite & Pick<Site, 'batch'>,
): Promise<KnownTexts> {
	const wanted = new Set(notices.flatMap((notice) => titlesFor(notice, site)));
	const open = [...wanted].filter((title) => !known.has(title));
	const found = new Map(known);
	for (const titles of inBatches(open, site.batch)) {
		for (const title of titles) found.set(title, false);
		for await (const answer of askAll(wiki, { action: 'query', prop: 'info', titles })) {
			for (const { title, missing } of parseAnswer(pagesSchema, answer).query.pages)
				if (!missing) found.set(title, true);
		}
	}
	return found;
}

/** The template to use, without its namespace: the first of the wanted language's that is there; null: there is none. */
export function textFor(notice: PlannedNotice, texts: KnownTexts, site: TemplateSite): string | null {
	const title = titlesFor(notice, site).find((one) => texts.get(one) === true);
	return title === undefined ? null : title.slice(title.indexOf(':') + 1);
}

type TemplateSite = Pick<Site, 'namespaces'>;
const TEMPLATE = 10;

/** From the wanted language over its fallbacks to the template itself, which is in English. */
function titlesFor(
	{ template, language }: Pick<PlannedNotice, 'template' | 'language'>,
	{ namespaces }: TemplateSite,
): readonly string[] {
	const title = `${namespaces.find(({ id }) => id === TEMPLATE)?.name ?? 'Template'}:${template}`;
	const own = fallbackChain(language).filter((code) => code !== 'en');
	return [...own.map((code) => `${title}/${code}`), title];
}
