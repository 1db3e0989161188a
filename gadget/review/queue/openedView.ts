import type { Verdict } from '../../../shared/actions/mark.ts';
import type { Question } from '../../../shared/programme/schema.ts';
import type { Facts } from '../../../shared/wiki/facts.ts';
import { canBeDecided } from '../../../shared/rules/status.ts';
import { WikiError } from '../../../shared/wiki/wiki.ts';
import { plainButton } from '../../ui/buttons.ts';
import { fill, h } from '../../ui/h.ts';
import { notice } from '../../ui/notice.ts';
import { say, text } from '../../ui/msg.ts';
import type { Refused } from '../../ui/refused.ts';
import { readFacts } from '../../requirements/readFacts.ts';
import { orWikiError } from '../../wiki/mwWiki.ts';
import { aboutView } from '../aboutView.ts';
import { decisionForm } from '../decisionForm.ts';
import { prepare, type PreparedStore } from '../prepared.ts';
import type { CourseRead, Reviewable, Reviewing } from '../reviewing.ts';
import type { Wanted } from '../wanted.ts';
import { checkPrepared } from './checkPrepared.ts';
import { publishPrepared } from './publishPrepared.ts';
import { nameOf } from './queueList.ts';

export interface Opened {
	readonly key: string;
	readonly element: HTMLElement;
	readonly heading: HTMLElement;
	/** Picks an answer; not of those that are the reader's own or that they will not decide. */
	readonly choose: (choice: Verdict) => void;
	/** Shows it as it is now. */
	readonly update: (shown: Reviewable, read: CourseRead) => void;
}

export interface OpenedEvents {
	readonly back: () => void;
	readonly next: () => void;
	/** It is on the wiki, or kept here. */
	readonly done: (how: 'saved' | 'prepared') => void;
	/** A decision was taken back, or is not what was shown any more: reads everything again. @throws WikiError */
	readonly again: () => Promise<void>;
}

/**
 * One application in place of the list: its answers, the facts with evidence, what to look at, earlier decisions, seats,
 * the reviewer's own decision, and the way on.
 */
export function openedView(
	reviewing: Reviewing,
	start: Reviewable,
	startRead: CourseRead,
	prepared: PreparedStore,
	events: OpenedEvents,
): Opened {
	const { key } = start;
	let shown = start;
	let read = startRead;
	let facts: Facts | null = null;
	const about = h('div');
	const showAbout = (): void => {
		const known = { shown, read, facts, prepared: prepared.marks() };
		fill(about, ...aboutView(reviewing, known, () => void events.again()));
	};
	const form = decisionForm(prepared.marks().get(key) ?? null, {
		async save(wanted) {
			const refused = await saveNow(reviewing, shown, wanted, events);
			if (refused) return refused;
			prepared.remove(key);
			events.done('saved');
			return null;
		},
		prepare(wanted) {
			prepared.add(shown, wanted);
			events.done('prepared');
		},
	});
	const barred = barredFrom(shown, read, reviewing);
	const heading = h('h3', { tabindex: -1 }, say('wikilearn-review-of', nameOf(start)));
	const page = h('a', { href: mw.util.getUrl(start.one.title) }, start.one.title);
	const answers = h('div', {}, answersView(start));
	const panel = h('div', {}, about, barred === null ? form.element : notice('notice', barred));
	const next = plainButton('wikilearn-review-next', events.next);
	const back = plainButton('wikilearn-review-back', events.back);
	const actions = h('p', { class: 'wikilearn-actions' }, next, ' ', back);
	showAbout();
	void factsOf(reviewing, shown).then((found) => {
		facts = found;
		showAbout();
	});
	return {
		key,
		element: h('section', { class: 'wikilearn-opened' }, heading, h('p', {}, page), answers, panel, actions),
		heading,
		choose(choice) {
			if (barred === null) form.choose(choice);
		},
		update(now, nowRead) {
			shown = now;
			read = nowRead;
			fill(answers, answersView(now));
			showAbout();
		},
	};
}

/** Saves a decision on the wiki. Null: done. */
async function saveNow(
	reviewing: Reviewing,
	shown: Reviewable,
	wanted: Wanted,
	{ again }: OpenedEvents,
): Promise<Refused | null> {
	const work = async (): Promise<string | null> => {
		const { checked } = await checkPrepared(reviewing, [prepare(shown, wanted)], 'these alone');
		const { stopped } = await publishPrepared(reviewing, checked, () => undefined);
		if (!stopped) return null;
		if (!checked.every(({ ok }) => ok)) await again();
		return say('wikilearn-review-not-saved', stopped.why);
	};
	const why = await orWikiError(work());
	if (why === null) return null;
	return { kind: 'refused', words: why instanceof WikiError ? say('wikilearn-review-lost') : why };
}

/** Why the reader does not decide this one, or null. */
function barredFrom({ one }: Reviewable, { may, logPage }: CourseRead, { id }: Reviewing): string | null {
	if (!may.decide) return say('wikilearn-review-not-you');
	if (one.applicant?.id === id) return say('wikilearn-review-own');
	if (one.recusals.some(({ by }) => by.id === id)) return say('wikilearn-review-recused-you');
	if (!canBeDecided(one.state)) return say('wikilearn-review-not-live');
	return logPage ? null : say('wikilearn-review-log-missing');
}

async function factsOf({ wiki }: Reviewing, { course, one }: Reviewable): Promise<Facts> {
	const unknown = { known: false, why: '' } as const;
	const { applicant } = one;
	return applicant
		? readFacts(wiki, course, applicant.name, applicant.id)
		: { local: unknown, global: unknown };
}

/** What the applicant said, as they last said it, whatever others made of the page. */
function answersView({ course, one }: Reviewable): HTMLElement {
	const { answers } = one.application;
	const rows = course.questions
		.filter(({ id }) => (answers[id] ?? '') !== '')
		.map((question) => {
			const answer = shownAnswer(question, answers[question.id] ?? '');
			const value = h('dd', { class: 'wikilearn-answer', dir: 'auto' }, answer);
			return h('div', {}, h('dt', {}, text(question.label)), value);
		});
	return h('dl', { class: 'wikilearn-answers' }, ...rows);
}

function shownAnswer(question: Question, answer: string): string {
	if (question.type === 'commitment') return answer === 'yes' ? '✓' : answer;
	if (!('options' in question)) return answer;
	const label = (id: string): string => {
		const option = question.options.find((one) => one.id === id);
		return option ? text(option.label) : id;
	};
	return answer
		.split(',')
		.map((id) => label(id.trim()))
		.join(', ');
}
