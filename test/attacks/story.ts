import type { Hidable, Protection } from '../world/world.ts';

/**
 * An attack as a sequence of people's actions, and what is to become of it: the same on a fake wiki and on a real one.
 *
 * In texts, titles and summaries `«…»` stands for what is known only while it is played, see `fillIn.ts`: `«accept»` for
 * example is the log revision of the step with `as: 'accept'`, `«decide accepted Eve»` a mark, `«id Eve»` a user id.
 */
export interface Story {
	readonly name: string;
	/** What of FINDINGS.md it is about (`A1`), or of DESIGN.md (`marks`). */
	readonly about: string;
	/** What was there before, see `stages.ts`. */
	readonly stage: StageName;
	readonly steps: readonly Step[];
	readonly expect: Expected;
	/** Among those that `npm test` plays on a real wiki too. */
	readonly sample?: true;
}

export type StageName = 'open' | 'applied' | 'decided' | 'told';

/** A revision: the `as` of a step, or `TITLE@N` for one of a page's history (`@0` is the first, `@-1` the newest). */
export type Ref = string;
type Course = 'iah' | 'pb';
type Outcome = 'accepted' | 'waitlisted' | 'declined';

export type Step = StepAction & {
	/** The wiki's error code: nothing happens. */
	readonly refused?: string;
	/** A name for the revision that it makes. */
	readonly as?: string;
};

type StepAction =
	/** As with the form. */
	| {
			readonly do: 'apply';
			readonly by: string;
			readonly course?: Course;
			readonly title?: string;
			readonly says?: string;
	  }
	/** By hand, or through a link that fills in the summary. */
	| {
			readonly do: 'edit';
			readonly by: string;
			readonly title: string;
			readonly text?: string;
			readonly append?: string;
			readonly prepend?: string;
			readonly replace?: readonly [string, string];
			readonly summary?: string;
			readonly model?: 'wikitext' | 'json' | 'text';
			readonly minor?: boolean;
	  }
	| {
			readonly do: 'undo';
			readonly by: string;
			readonly title: string;
			readonly undo: Ref;
			readonly after?: Ref;
			readonly summary?: string;
	  }
	/** Saves an older revision's text again, through a link with `oldid`. */
	| {
			readonly do: 'bring back';
			readonly by: string;
			readonly title: string;
			readonly of: Ref;
			readonly summary?: string;
	  }
	| {
			readonly do: 'rollback';
			readonly by: string;
			readonly title: string;
			readonly user: string;
			readonly summary?: string;
	  }
	| {
			readonly do: 'move';
			readonly by: string;
			readonly from: string;
			readonly to: string;
			readonly reason?: string;
			readonly noRedirect?: boolean;
	  }
	| {
			readonly do: 'protect';
			readonly title: string;
			readonly levels: Protection['levels'];
			readonly reason?: string;
	  }
	| { readonly do: 'delete'; readonly title: string; readonly reason?: string }
	| {
			readonly do: 'restore';
			readonly title: string;
			readonly only?: readonly Ref[];
			readonly reason?: string;
	  }
	| {
			readonly do: 'hide' | 'show';
			readonly title: string;
			readonly of: readonly Ref[];
			readonly what: readonly Hidable[];
			readonly suppress?: boolean;
	  }
	| { readonly do: 'merge'; readonly from: string; readonly to: string; readonly upTo?: Ref }
	| {
			readonly do: 'import';
			readonly title: string;
			readonly revisions: readonly {
				readonly user: string;
				readonly text: string;
				readonly comment?: string;
				/** Minutes before now. */
				readonly ago: number;
			}[];
	  }
	| { readonly do: 'block'; readonly user: string }
	| { readonly do: 'rename'; readonly from: string; readonly to: string }
	| { readonly do: 'register'; readonly name: string }
	/** Lines in the log, as the gadget writes them. */
	| {
			readonly do: 'decide';
			readonly by: string;
			readonly verdict: Outcome | 'recused';
			readonly people: readonly string[];
			readonly course?: Course;
			readonly answers?: Ref;
	  }
	| {
			readonly do: 'take back';
			readonly by: string;
			readonly of: Ref;
			readonly people?: readonly string[];
	  }
	| { readonly do: 'release'; readonly by: string; readonly course?: Course }
	/** As with the form, on their own page unless another one is named. */
	| {
			readonly do: 'reply';
			readonly by: string;
			readonly reply: 'confirmed' | 'declined' | 'withdrawn';
			readonly offer?: Ref;
			readonly title?: string;
	  }
	/** Of the programme page, by the place of what changes (`reviewers.0.until`); undefined takes it away. */
	| { readonly do: 'set'; readonly by?: string; readonly values: Readonly<Record<string, unknown>> }
	| { readonly do: 'wait'; readonly days?: number; readonly minutes?: number }
	/** The bot's; the next ones build upon it. */
	| { readonly do: 'cycle' };

export interface Expected {
	/**
	 * By applicant (`Ana`, `Ana pb`, `?` for one whom nobody can tell): the state that is shown, `/` the one that was decided
	 * where that is another, and `late`, `[holds]`, `as NAME` where it is so. Several are sorted and joined by `+`.
	 */
	readonly applications: Readonly<Record<string, string>>;
	/** All that anybody was ever told, as `NAME kind about`. Of the stage itself too. */
	readonly notices?: readonly string[];
	/** All that the report says at last, as `kind: detail`, sorted. */
	readonly problems?: readonly string[];
	/** What holds back all of the first course's decisions. */
	readonly blocks?: readonly string[];
	/** Seats of the first course: announced, decided. */
	readonly seats?: readonly [number, number];
	/** What stands on pages, and what does not; null: there is no such page. */
	readonly pages?: Readonly<
		Record<string, { readonly has?: readonly string[]; readonly lacks?: readonly string[] } | null>
	>;
}
