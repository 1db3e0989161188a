import type { Application } from '../application/application.ts';

/** Whether an application still says much of what another one said: somebody edited it rather than made their own. */
export function isFormOf(before: Application, now: Application): boolean {
	if (before.course !== now.course) return false;
	const given = answered(before);
	const kept = given.filter((id) => before.answers[id] === now.answers[id]);
	return given.length > 0 && kept.length * 2 >= given.length;
}

/** Applications that say the same have the same. */
export function contentOf({ course, answers, email }: Application): string {
	return JSON.stringify([course, email, answersOf(answers)]);
}

export function hasSameAnswers({ answers: a }: Application, { answers: b }: Application): boolean {
	return JSON.stringify(answersOf(a)) === JSON.stringify(answersOf(b));
}

function answersOf(answers: Application['answers']): readonly (readonly [string, string | undefined])[] {
	return Object.keys(answers)
		.sort()
		.map((id) => [id, answers[id]]);
}

function answered({ answers }: Application): readonly string[] {
	return Object.keys(answers).filter((id) => answers[id] !== '');
}
