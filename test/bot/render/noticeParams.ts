import type { NoticeText } from '../../../bot/plan/plannedNotice.ts';

export const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'pt', 'ru', 'zh-hans'] as const;

/** Everything that a notice may be given. */
export const ALL_PARAMS = {
	user: 'Ana',
	course: 'A course',
	page: 'Courses/One/Applications/Ana',
	'course page': 'Courses/One',
	contact: 'team@example.org',
	closes: '2031-01-14 11:59 UTC',
	notify: '2031-01-18 12:00 UTC',
	starts: '2031-02-01 00:00 UTC',
	until: '2031-01-25 12:00 UTC',
	place: '17',
	missing: 'Motivation, Why now?',
	correction: 'yes',
	promotion: 'yes',
	link: 'https://wiki.example.org/w/index.php?title=Courses/It%27s_one&wikilearn=email',
};

/** What a notice is given in any case. */
export function minimalParams(text: NoticeText): Readonly<Record<string, string>> {
	const { user, course, page, contact, closes, notify, starts, until, missing, link } = ALL_PARAMS;
	const always = {
		user,
		course,
		page,
		'course page': ALL_PARAMS['course page'],
		contact,
		closes,
		notify,
		starts,
	};
	if (text === 'incomplete') return { ...always, missing };
	if (text === 'offer reminder' || text === 'offer lapsed') return { ...always, until };
	return text === 'contact' ? { ...always, link } : always;
}
