import { instantProblem } from '../instantProblem.ts';
import { member, textOf } from '../loose.ts';
import type { Place } from '../loose.ts';
import type { Problem } from '../problem.ts';
import { clash } from './clash.ts';

/** `opens < closes ≤ notify ≤ starts`, and the waitlist's end not before `notify`, compared as instants. */
export function checkDates(course: Place): readonly Problem[] {
	return [
		...checkOrder(course, 'opens', 'closes', false),
		...checkOrder(course, 'closes', 'notify', true),
		...checkOrder(course, 'notify', 'starts', true),
		...checkOrder(course, 'notify', 'promoteUntil', true),
	];
}

function checkOrder(course: Place, before: string, after: string, mayBeEqual: boolean): readonly Problem[] {
	const [earlier, later] = [member(course, before), member(course, after)];
	const [start, end] = [instantOf(earlier), instantOf(later)];
	if (start === null || end === null || start < end || (mayBeEqual && start === end)) return [];
	const limit = textOf(earlier) ?? '';
	const expected = mayBeEqual ? `an instant not before ${before}` : `an instant after ${before}`;
	return [
		clash(later, `${expected} (${limit})`, `Change ${after} or ${before}; mind their offsets from UTC.`),
	];
}

function instantOf(place: Place): number | null {
	const text = textOf(place);
	return text === null || instantProblem(text) !== null ? null : Date.parse(text);
}
