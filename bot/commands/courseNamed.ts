import type { Course, Programme } from '../../shared/programme/schema.ts';
import { UsageError } from './exit.ts';

/** The course that somebody named. @throws UsageError that lists those there are */
export function courseNamed({ courses }: Programme, id: string): Course {
	const found = courses.find((course) => course.id === id);
	if (found) return found;
	const ids = courses.map((course) => course.id).join(', ');
	throw new UsageError([`“${id}” is none of the programme’s courses, ${ids}.`]);
}
