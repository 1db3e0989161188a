import type { Application } from '../application/application.ts';
import type { Change } from './change.ts';
import { asWritten } from './team.ts';
import type { Submission } from './submission.ts';
import { lastOf } from './lastOf.ts';
import type { Found, Matching, Traced } from './traceCalls.ts';

/**
 * What someone else's change may have made of an application. A subpage holds one applicant's, so any change is a
 * change of it, unless the person in its title now says something instead of whoever wrote there in their name: that
 * is an application of their own. On a talk page, where people write over each other's sections, it is the same
 * application only if it still says half of what it said, or nothing at all any more.
 */
export function applicationMatching({ kind, inName }: Submission): Matching<Application> {
	return { mayChange: kind === 'subpage' ? isNotTakenOver : saysMuchTheSame };

	function isNotTakenOver(
		before: Traced<Application>['versions'],
		_: Found<Application>,
		{ user }: Change,
	): boolean {
		return user === null || asWritten(user.name) !== inName || before[0].change.user?.name === user.name;
	}
}

function saysMuchTheSame(before: Traced<Application>['versions'], { value }: Found<Application>): boolean {
	const old = lastOf(before).value;
	if (old.course !== value.course) return false;
	const said = answered(old);
	const kept = said.filter((id) => old.answers[id] === value.answers[id]);
	return kept.length * 2 >= said.length || answered(value).length === 0;
}

function answered({ answers }: Application): readonly string[] {
	return Object.keys(answers).filter((id) => answers[id] !== '');
}
