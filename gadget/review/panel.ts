import type { Verdict } from '../../shared/actions/mark.ts';
import type { Facts } from '../../shared/rules/facts.ts';
import { canBeDecided } from '../../shared/rules/status.ts';
import { fill, h } from '../form/h.ts';
import { notice } from '../form/notice.ts';
import { say } from '../form/say.ts';
import { readFacts } from '../qualify/readFacts.ts';
import { aboutView } from './aboutView.ts';
import { decisionForm } from './decisionForm.ts';
import { prepare } from './prepared.ts';
import { checkPrepared } from './queue/checkPrepared.ts';
import { publishPrepared } from './queue/publishPrepared.ts';
import type { CourseRead } from './readCourse.ts';
import type { Reviewable } from './reviewable.ts';
import type { Reviewing } from './reviewing.ts';
import type { Wanted } from './wanted.ts';

export interface PanelEvents {
	/** It is on the wiki. */
	readonly saved: () => void;
	/** To be kept in this browser. */
	readonly prepare: (wanted: Wanted, shown: Reviewable) => void;
	/** A decision was taken back, or is not what was shown any more: reads everything again. @throws WikiError */
	readonly again: () => Promise<void>;
}

export interface Panel {
	readonly element: HTMLElement;
	/** Picks an answer; not of those that are the reader's own or that they will not decide. */
	readonly choose: (choice: Verdict) => void;
	/** Shows what is known by now. */
	readonly update: (shown: Reviewable, read: CourseRead) => void;
}

/** One application for a reviewer: the facts with evidence, what to look at, earlier decisions, seats, and their own. */
export function createPanel(
	reviewing: Reviewing,
	start: Reviewable,
	startRead: CourseRead,
	options: { readonly prepared: () => ReadonlyMap<string, Wanted>; readonly events: PanelEvents },
): Panel {
	const { events, prepared } = options;
	let shown = start;
	let read = startRead;
	let facts: Facts | null = null;
	const about = h('div');
	const show = (): void => {
		const again = (): void => void events.again();
		fill(about, ...aboutView(reviewing, shown, facts, read, prepared(), again));
	};
	const save = async (wanted: Wanted): Promise<void> => {
		const { checked } = await checkPrepared(reviewing, [prepare(shown, wanted)], 'these alone');
		const { stopped } = await publishPrepared(reviewing, checked, () => undefined);
		if (!stopped) {
			events.saved();
			return;
		}
		if (!checked.every(({ ok }) => ok)) await events.again();
		form.refuse(say('wikilearn-review-not-saved', stopped.why));
	};
	const form = decisionForm(prepared().get(shown.key) ?? null, {
		save,
		prepare: (wanted) => {
			events.prepare(wanted, shown);
		},
	});
	const barred = barredFrom(shown, read, reviewing);
	show();
	void factsOf(reviewing, shown).then((found) => {
		facts = found;
		show();
	});
	return {
		element: h('div', {}, about, barred === null ? form.element : notice('notice', barred)),
		choose(choice) {
			if (barred === null) form.choose(choice);
		},
		update(again, now) {
			shown = again;
			read = now;
			show();
		},
	};
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
