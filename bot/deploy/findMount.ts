import * as v from 'valibot';
import type { Wiki } from '../../shared/wiki.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import { withoutComments } from '../../shared/wikitext/withoutComments.ts';

const parsedSchema = v.object({ parse: v.object({ text: v.string() }) });

/**
 * Whether a page has the place where a course's form appears: in its own text, or (so it may come from a template) as
 * readers see it.
 *
 * @throws WikiError
 */
export async function findMount(wiki: Wiki, title: string, text: string, course: string): Promise<boolean> {
	if (hasMount(text, course)) return true;
	const answer = await wiki.ask({ action: 'parse', page: title, prop: 'text', disablelimitreport: true });
	return hasMount(parseAnswer(parsedSchema, answer).parse.text, course);
}

function hasMount(text: string, course: string): boolean {
	const tags = withoutComments(text).match(/<\w[^<>]*>/g) ?? [];
	const mounts = tags.filter((tag) => /\bwikilearn-application\b/.test(tag));
	return mounts.some((tag) => /\bdata-course\s*=\s*["']?([^"'\s>]+)/.exec(tag)?.[1] === course);
}
