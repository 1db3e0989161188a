import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import { preloadTitle } from './applicationTemplate.ts';
import type { OwnPage } from './ownPages.ts';

/** A course page with the mount of the form; inside it stands what people without scripts get. */
export function coursePage(programme: Programme, course: Course): OwnPage {
	const word = (text: Course['title']) => encodeAnswer(localize(text, programme.language));
	const text = `${word(course.audience)}\n\n${mountOf(course)}`;
	return { title: course.page, text, how: 'if-missing', mount: course.id };
}

/** Where the form appears. Inside stands what people without scripts get: an empty application on the talk page. */
export function mountOf(course: Course): string {
	const address = `{{fullurl:{{TALKPAGENAME}}|action=edit&section=new&preload=${preloadTitle(course).replace(/ /g, '_')}}}`;
	return [
		`<div class="wikilearn-application" data-course="${course.id}">`,
		`[${address} ${encodeAnswer('Apply on the talk page')}]`,
		'</div>',
	].join('\n');
}
