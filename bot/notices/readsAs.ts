import * as v from 'valibot';
import { decodeEntities } from '../../shared/wikitext/decodeEntities.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';

const parseSchema = v.object({ parse: v.object({ text: v.string() }) });

/**
 * What wikitext says to readers once it stands on a page, as plain text, signature included. Nothing is saved.
 *
 * @throws WikiError
 */
export async function readsAs(wiki: Wiki, title: string, wikitext: string): Promise<string> {
	const answer = await wiki.ask({
		action: 'parse',
		title,
		text: wikitext,
		contentmodel: 'wikitext',
		prop: 'text',
		pst: true,
		disableeditsection: true,
		disablelimitreport: true,
	});
	return plainText(parseAnswer(parseSchema, answer).parse.text);
}

/** MediaWiki's own output, which is well-formed: a paragraph or heading to a line, tags left out. */
function plainText(html: string): string {
	const lines = html
		.replace(/<!--(?:[^-]|-(?!->))*-->/g, '')
		.replace(/\n/g, ' ')
		.replace(/<br \/>|<\/(?:p|h[1-6]|li|div)>/g, '\n')
		.replace(/<[^<>]*>/g, '')
		.split('\n');
	return lines
		.map((line) => decodeEntities(line).replace(/ +/g, ' ').trim())
		.filter((line) => line !== '')
		.join('\n');
}
