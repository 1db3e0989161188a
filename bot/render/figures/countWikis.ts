import { readAnswer } from '../../../shared/application/answerValue.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import { valueOf } from '../../../shared/rules/judgement.ts';
import type { AssessedApplication } from '../../assess/assessApplications.ts';
import { memoize } from '../../memoize.ts';
import type { Figure } from './figure.ts';

const MOST_SHOWN = 12;

/** How many applicants come from each home wiki, the most frequent first; rare ones together. */
export function countWikis(
	course: Course,
	applications: readonly AssessedApplication[],
	translate: Translate,
): readonly Figure[] {
	const counts = new Map<string, number>();
	const read = memoize(readAnswer, ({ id }, text) => `${id} ${text}`);
	let unknown = 0;
	for (const one of applications) {
		const wiki = homeWiki(course, one, read);
		if (wiki === null) unknown++;
		else counts.set(wiki, (counts.get(wiki) ?? 0) + 1);
	}
	const figures = [...counts]
		.map(([label, count]) => ({ label, count }))
		.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
	const rare = figures.length > MOST_SHOWN ? figures.slice(MOST_SHOWN - 1) : [];
	const other = rare.reduce((sum, { count }) => sum + count, 0);
	return [
		...figures.slice(0, figures.length - rare.length),
		...(other > 0 ? [{ label: translate('wikilearn-status-wikis-other', rare.length), count: other }] : []),
		...(unknown > 0 ? [{ label: translate('wikilearn-status-wikis-unknown'), count: unknown }] : []),
	];
}

/** The wiki that the applicant names; else the one on which the account has most edits. */
function homeWiki(course: Course, one: AssessedApplication, read: typeof readAnswer): string | null {
	const question = course.questions.find(({ type }) => type === 'wiki');
	if (question) {
		const answer = read(question, one.application.answers[question.id] ?? '');
		if (answer.ok && answer.type === 'wiki') return answer.value;
	}
	const global = valueOf(one.facts.global);
	if (!global?.exists) return null;
	const [most] = [...global.wikis].sort((a, b) => b.edits - a.edits || (a.wiki < b.wiki ? -1 : 1));
	return most?.wiki ?? null;
}
