import type { Application } from '../application/application.ts';

/** Whether `after` keeps at least half of the answers of `before`, and so is an edit of it rather than a new application. */
export function isSimilar(before: Application, after: Application): boolean {
	if (before.course !== after.course) return false;
	const answeredIds = listAnsweredIds(before);
	const unchangedIds = answeredIds.filter((id) => before.answers[id] === after.answers[id]);
	return answeredIds.length > 0 && unchangedIds.length * 2 >= answeredIds.length;
}

/** A text that is equal for applications with equal content. */
export function serializeContent({ course, answers, email }: Application): string {
	return JSON.stringify([course, email, sortAnswers(answers)]);
}

export function hasSameAnswers({ answers: a }: Application, { answers: b }: Application): boolean {
	return JSON.stringify(sortAnswers(a)) === JSON.stringify(sortAnswers(b));
}

function sortAnswers(answers: Application['answers']): readonly (readonly [string, string | undefined])[] {
	return Object.keys(answers)
		.sort()
		.map((id) => [id, answers[id]]);
}

function listAnsweredIds({ answers }: Application): readonly string[] {
	return Object.keys(answers).filter((id) => answers[id] !== '');
}
