import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { Place } from './shot.ts';

/** The course whose form and applications are shown: the second, which asks for no rights. */
export function shownCourse({ courses }: Programme): Course {
	const course = courses[1];
	if (!course) throw new Error('the programme has no second course');
	return course;
}

/** The title of a page of the demo's wiki. */
export function titleOf(place: Place, programme: Programme): string {
	switch (place) {
		case 'course':
			return shownCourse(programme).page;
		case 'application':
			return `${programme.courses[0]?.page ?? ''}/Applications/SysopAbroad`;
		case 'review':
			return `${programme.root}/Review`;
		case 'status':
			return `${programme.root}/Status`;
	}
}
