import type { Course, Programme } from '../../shared/programme/schema.ts';
import { phaseOf } from '../../shared/rules/phase.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { applying } from './applying.ts';
import { courseCard } from './card.ts';
import { fill, h } from './h.ts';
import { loginLinks } from './loginLinks.ts';
import { notice } from './notice.ts';
import { readSituation, type Situation } from './readSituation.ts';
import { say } from './say.ts';

/**
 * Shows a course's card and form in place of what the mount holds.
 * @throws before anything is replaced: WikiError where the wiki cannot be asked, others on a programme that is not valid
 */
export async function showApplicationForm(
	mount: HTMLElement,
	wiki: Wiki,
	programme: Programme,
	course: Course,
): Promise<void> {
	const situation = await readSituation(wiki, course);
	const card = courseCard(course, situation);
	const below = belowTheCard(programme, course, situation);
	speakReadersLanguage(mount);
	fill(mount, card, below);
}

/** The mount stands in text of the page's language and direction; the form is in the reader's, or else in English. */
function speakReadersLanguage(mount: HTMLElement): void {
	const page = document.documentElement;
	const own = mw.messages.exists('wikilearn-form-optional');
	mount.lang = own ? page.lang : 'en';
	mount.dir = own ? page.dir : 'ltr';
}

function belowTheCard(
	programme: Programme,
	course: Course,
	{ account, own, now }: Situation,
): HTMLElement | null {
	if (account !== null && own) return ownApplication(own.title, own.revid);
	const phase = phaseOf(course, now);
	if (phase !== 'open' && phase !== 'closing-soon') return null;
	return account === null ? loginLinks() : applying({ programme, course, account });
}

function ownApplication(title: string, revid: number): HTMLElement {
	const link = h('a', { href: mw.util.getUrl(title, { oldid: revid }) }, title);
	return notice('notice', say('wikilearn-form-applied'), ' ', link);
}
