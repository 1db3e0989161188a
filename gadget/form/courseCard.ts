import type { Course } from '../../shared/programme/schema.ts';
import { phaseOf } from '../../shared/rules/phase.ts';
import { h } from '../ui/h.ts';
import type { Situation } from '../course/readSituation.ts';
import { say, text } from '../ui/msg.ts';
import { sayLanguage, sayTime } from '../ui/formatDateTime.ts';

const HOUR_MS = 3_600_000;

/** What the course is, for whom, how much work, when; and where it stands today. */
export function courseCard(course: Course, situation: Situation): HTMLElement {
	const { applied } = situation;
	const hours = [course.hours.min, course.hours.max] as const;
	const facts: readonly (readonly [string, string])[] = [
		[say('wikilearn-form-card-audience'), text(course.audience)],
		[say('wikilearn-form-card-hours'), say('wikilearn-form-card-hours-value', ...hours, course.weeks)],
		[say('wikilearn-form-card-language'), sayLanguage(course.language)],
		[say('wikilearn-form-card-seats'), say('wikilearn-form-card-seats-value', course.seats, applied.count)],
		[say('wikilearn-form-card-opens'), sayTime(course.opens)],
		[say('wikilearn-form-card-closes'), sayTime(course.closes)],
		[say('wikilearn-form-card-notify'), sayTime(course.notify)],
		[say('wikilearn-form-card-starts'), sayTime(course.starts)],
	];
	return h(
		'section',
		{ class: 'wikilearn-card' },
		h('h2', {}, text(course.title)),
		course.description === undefined ? null : h('p', {}, text(course.description)),
		h('dl', {}, ...facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
		h('p', { class: 'wikilearn-phase' }, sayPhase(course, situation.now)),
	);
}

function sayPhase(course: Course, now: string): string {
	const phase = phaseOf(course, now);
	switch (phase) {
		case 'before':
			return say('wikilearn-form-phase-before', sayTime(course.opens));
		case 'open':
			return say('wikilearn-form-phase-open', sayTime(course.closes));
		case 'closing-soon': {
			const left = Math.max(Date.parse(course.closes) - Date.parse(now), 0);
			return left < HOUR_MS
				? say('wikilearn-form-phase-last-hour')
				: say('wikilearn-form-phase-closing-soon', Math.floor(left / HOUR_MS));
		}
		case 'closed':
		case 'notified':
		case 'running':
		case 'over':
			return say('wikilearn-form-phase-closed');
	}
}
