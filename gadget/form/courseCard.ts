import type { Course } from '../../shared/programme/schema.ts';
import { getPhase } from '../../shared/rules/phase.ts';
import { h } from '../ui/h.ts';
import type { Situation } from '../course/readSituation.ts';
import { msg, localizeText } from '../ui/msg.ts';
import { formatLanguage, formatDateTime } from '../ui/intl.ts';

const HOUR_MS = 3_600_000;

/** A course's description, workload, dates and current phase. */
export function courseCard(course: Course, situation: Situation): HTMLElement {
	const { applied } = situation;
	const hours = [course.hours.min, course.hours.max] as const;
	const facts: readonly (readonly [string, string])[] = [
		[msg('wikilearn-form-card-audience'), localizeText(course.audience)],
		[msg('wikilearn-form-card-hours'), msg('wikilearn-form-card-hours-value', ...hours, course.weeks)],
		[msg('wikilearn-form-card-language'), formatLanguage(course.language)],
		[msg('wikilearn-form-card-seats'), msg('wikilearn-form-card-seats-value', course.seats, applied.count)],
		[msg('wikilearn-form-card-opens'), formatDateTime(course.opens)],
		[msg('wikilearn-form-card-closes'), formatDateTime(course.closes)],
		[msg('wikilearn-form-card-notify'), formatDateTime(course.notify)],
		[msg('wikilearn-form-card-starts'), formatDateTime(course.starts)],
	];
	return h(
		'section',
		{ class: 'wikilearn-card' },
		h('h2', {}, localizeText(course.title)),
		course.description === undefined ? null : h('p', {}, localizeText(course.description)),
		h('dl', {}, ...facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
		h('p', { class: 'wikilearn-phase' }, describePhase(course, situation.now)),
	);
}

function describePhase(course: Course, now: string): string {
	const phase = getPhase(course, now);
	switch (phase) {
		case 'before':
			return msg('wikilearn-form-phase-before', formatDateTime(course.opens));
		case 'open':
			return msg('wikilearn-form-phase-open', formatDateTime(course.closes));
		case 'closing-soon': {
			const remainingMs = Math.max(Date.parse(course.closes) - Date.parse(now), 0);
			return remainingMs < HOUR_MS
				? msg('wikilearn-form-phase-last-hour')
				: msg('wikilearn-form-phase-closing-soon', Math.floor(remainingMs / HOUR_MS));
		}
		case 'closed':
		case 'notified':
		case 'running':
		case 'over':
			return msg('wikilearn-form-phase-closed');
	}
}
