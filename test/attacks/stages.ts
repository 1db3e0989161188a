import type { StageName, Step } from './story.ts';

export const ANA = 'Learn/Harassment/Applications/Ana';
export const BEN = 'Learn/Harassment/Applications/Ben';
export const EVE = 'Learn/Harassment/Applications/Eve';
export const TALK = 'Talk:Learn/Harassment';
export const LOG = 'Learn/Log';
export const STATUS = 'Learn/Status';
export const REPORT = 'User:WikiLearnBot/Report';
export const STOP = 'User:WikiLearnBot/Stop';

/** Ana and Ben are applicants, Eve has no rights and applies too, Olu has no rights; Rita and Rob are reviewers. */
export const PEOPLE = ['Ana', 'Ben', 'Eve', 'Olu'] as const;

const CYCLE: Step = { do: 'cycle' };

/** What happened before a story; each stage includes the previous ones. */
export const STAGES: Readonly<
	Record<StageName, { readonly before: StageName | null; readonly steps: readonly Step[] }>
> = {
	open: { before: null, steps: [] },
	applied: {
		before: 'open',
		steps: [
			{ do: 'apply', by: 'Ana', as: 'ana' },
			{ do: 'apply', by: 'Ben', as: 'ben' },
			{ do: 'apply', by: 'Eve', as: 'eve' },
			CYCLE,
		],
	},
	/** Ana is accepted, Eve declined, Ben undecided. Nothing is released. */
	decided: {
		before: 'applied',
		steps: [
			{ do: 'wait', days: 21 },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Ana'], as: 'yes' },
			{ do: 'decide', by: 'Rob', verdict: 'declined', people: ['Eve'], as: 'no' },
			CYCLE,
		],
	},
	/** Ana and Eve were notified. */
	told: {
		before: 'decided',
		steps: [{ do: 'release', by: 'Rita', as: 'release' }, { do: 'wait', minutes: 16 }, CYCLE],
	},
};

export const ANNOUNCED_NOTICES = ['Ana decision accepted-yes', 'Eve decision declined-no'] as const;
/** The states after each stage, see `../stages.ts`. */
export const APPLIED = { Ana: 'received', Ben: 'received', Eve: 'received' } as const;
export const DECIDED = { Ana: 'received/offered', Ben: 'received', Eve: 'received/declined' } as const;
export const ANNOUNCED = { Ana: 'offered', Ben: 'received', Eve: 'declined' } as const;
