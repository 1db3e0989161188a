import type { Hidable, Protection } from '../world/world.ts';

/**
 * An attack as a sequence of user actions, and the expected outcome, the same on a fake and a real wiki.
 *
 * Placeholders `«…»` in texts, titles and summaries are resolved during play, see `fillPlaceholders.ts`: `«accept»`
 * is the log revision of the step with `as: 'accept'`, `«decide accepted Eve»` a mark, `«id Eve»` a user id.
 */
export interface Story {
	readonly name: string;
	/** The topic: an issue number (`A1`), or a keyword (`marks`). */
	readonly about: string;
	/** The initial state, see `stages.ts`. */
	readonly stage: StageName;
	readonly steps: readonly Step[];
	readonly expect: Expected;
	/** Whether `npm test` also plays it on a real wiki. */
	readonly sample?: true;
}

export type StageName = 'open' | 'applied' | 'decided' | 'told';

/** A revision: the `as` of a step, or `TITLE@N` from a page's history (`@0` is the first, `@-1` the latest). */
export type Ref = string;
type Course = 'iah' | 'pb';
type Outcome = 'accepted' | 'waitlisted' | 'declined';

export type Step = StepAction & {
	/** The expected error code of a rejected action. */
	readonly refused?: string;
	/** A name for the new revision. */
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
	/** By hand, or through a link that prefills the summary. */
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
	/** Saves an older revision's text again, via `oldid`. */
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
	/** Log entries, as the gadget writes them. */
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
	/** As with the form; by default on their own page. */
	| {
			readonly do: 'reply';
			readonly by: string;
			readonly reply: 'confirmed' | 'declined' | 'withdrawn';
			readonly offer?: Ref;
			readonly title?: string;
	  }
	/** Changes the programme page, by path (`reviewers.0.until`); undefined removes a value. */
	| { readonly do: 'set'; readonly by?: string; readonly values: Readonly<Record<string, unknown>> }
	| { readonly do: 'wait'; readonly days?: number; readonly minutes?: number }
	/** A cycle of the bot; later ones use its cache. */
	| { readonly do: 'cycle' };

export interface Expected {
	/**
	 * By applicant (`Ana`, `Ana pb`, `?` if unknown): the shown state, `/` and the decided state if different, and
	 * `late`, `[holds]`, `as NAME` if applicable. Several are sorted and joined by `+`.
	 */
	readonly applications: Readonly<Record<string, string>>;
	/** All notices sent, as `NAME kind about`, including the stage's. */
	readonly notices?: readonly string[];
	/** The final report's problems, as `kind: detail`, sorted. */
	readonly problems?: readonly string[];
	/** What blocks all of the first course's decisions. */
	readonly blocks?: readonly string[];
	/** The first course's taken seats: announced, decided. */
	readonly seats?: readonly [number, number];
	/** What pages contain, or must not contain; null: no such page. */
	readonly pages?: Readonly<
		Record<string, { readonly has?: readonly string[]; readonly lacks?: readonly string[] } | null>
	>;
}
