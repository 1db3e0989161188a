import type { Facts } from '../../shared/rules/facts.ts';
import { fill, h } from '../form/h.ts';
import { notice } from '../form/notice.ts';
import { say } from '../form/say.ts';
import { readFacts } from '../qualify/readFacts.ts';
import { aboutView } from './aboutView.ts';
import type { Choice } from './choices.ts';
import { decisionForm } from './decisionForm.ts';
import type { WantedMark } from './placeMark.ts';
import type { Reviewable } from './reviewable.ts';
import type { Reviewing } from './reviewing.ts';
import type { CourseRead } from './readReviewables.ts';
import { sayChanged } from './sayChanged.ts';
import { saveMark } from './saveMark.ts';
import { seenIn } from './seen.ts';

export interface PanelEvents {
	/** Its mark is on the wiki. */
	readonly saved: (mark: WantedMark) => void;
	/** To be kept in this browser. */
	readonly prepare: (mark: WantedMark, shown: Reviewable) => void;
	/** It is not what was shown any more: gives it as it is now, or null where it is gone. @throws WikiError */
	readonly again: () => Promise<Reviewable | null>;
}

export interface Panel {
	readonly element: HTMLElement;
	/** Picks an answer; not of those that are the reader's own or that they will not decide. */
	choose(choice: Choice): void;
	/** Shows what else is known by now. */
	update(shown: Reviewable, course: CourseRead): void;
}

/**
 * One application for a reviewer: the facts with evidence, what to look at, earlier decisions, seats, and their own.
 *
 * @param first whether the Enter key saves or prepares
 */
export function createPanel(
	reviewing: Reviewing,
	start: Reviewable,
	options: {
		readonly first: 'save' | 'prepare';
		readonly prepared: () => ReadonlyMap<string, WantedMark>;
		readonly events: PanelEvents;
	},
): Panel {
	const { events, prepared } = options;
	let shown = start;
	let course: CourseRead | null = null;
	let facts: Facts | null = null;
	const about = h('div');
	const now = (): string => course?.now ?? new Date().toISOString();
	const show = (): void => {
		fill(about, ...aboutView(shown, facts, course, prepared(), now()));
	};
	const save = async (mark: WantedMark): Promise<void> => {
		const result = await saveMark(reviewing, shown, mark, seenIn(shown.one));
		if (result.kind === 'saved') events.saved(mark);
		else if (result.kind === 'refused') form.refuse(result.words);
		else {
			const again = await events.again();
			if (again) {
				shown = again;
				show();
			}
			form.refuse(sayChanged(again ? result.how : 'gone', result.by));
		}
	};
	const form = decisionForm(reviewing, shown.one.title, prepared().get(shown.key) ?? null, options.first, {
		save,
		prepare: (mark) => {
			events.prepare(mark, shown);
		},
	});
	const barred = barredFrom(shown, reviewing);
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
		update(again, read) {
			shown = again;
			course = read;
			show();
		},
	};
}

/** Why the reader does not decide this one, or null. */
function barredFrom({ one, state }: Reviewable, { account }: Reviewing): string | null {
	if (one.added.user?.name === account) return say('wikilearn-review-own');
	if (one.recusals.some(({ user }) => user?.name === account)) return say('wikilearn-review-recused-you');
	if (state === 'unverified' || state === 'superseded' || state === 'withdrawn' || one.removed)
		return say('wikilearn-review-not-live');
	return null;
}

async function factsOf({ wiki }: Reviewing, { course, one }: Reviewable): Promise<Facts> {
	const unknown = { known: false, why: '' } as const;
	const { user } = one.added;
	return user && user.id !== 0
		? readFacts(wiki, course, user.name, user.id)
		: { local: unknown, global: unknown };
}
