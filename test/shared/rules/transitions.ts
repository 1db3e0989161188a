import type { State } from '../../../shared/rules/state.ts';

/** Something that happens to an application. */
export type Cause =
	| 'submitted'
	| 'foreign'
	| 'saved in time'
	| 'completed'
	| 'answers missing'
	| 'withdrawn'
	| 'applied again'
	| 'superseded'
	| 'live again'
	| 'accepted'
	| 'waitlisted'
	| 'declined'
	| 'confirmed'
	| 'declined by the applicant'
	| 'offer ends';

interface Transition {
	readonly from: readonly State[] | 'nothing';
	readonly to: readonly State[];
	readonly cause: Cause;
	readonly by: 'applicant' | 'reviewer' | 'anyone' | 'time';
	/** What happens, for the reference. */
	readonly when: string;
}

const undecided = ['incomplete', 'received'] as const;
const seatedOrOffered = ['accepted', 'offered', 'confirmed', 'turned-down', 'lapsed'] as const;
const decided = ['waitlisted', 'declined', ...seatedOrOffered] as const;
const live = [...undecided, ...decided] as const;

/**
 * What leads from one state to another, as people are shown it: a decision changes it when it is announced. `stateOf` derives
 * states anew and does not read this; a test checks that the two agree, and the reference is generated from it.
 */
export const transitions: readonly Transition[] = [
	{
		from: 'nothing',
		to: undecided,
		cause: 'submitted',
		by: 'applicant',
		when: 'The applicant saves an application. One without a required answer, or without the private email, is incomplete.',
	},
	{
		from: 'nothing',
		to: ['too-early'],
		cause: 'submitted',
		by: 'applicant',
		when: 'The applicant saves an application before applications open.',
	},
	{
		from: 'nothing',
		to: ['unverified'],
		cause: 'foreign',
		by: 'anyone',
		when: 'Someone adds an application in another person’s name. That person’s own application is another one.',
	},
	{
		from: ['too-early'],
		to: undecided,
		cause: 'saved in time',
		by: 'applicant',
		when: 'The applicant saves the application again once applications are open.',
	},
	{
		from: ['incomplete'],
		to: ['received'],
		cause: 'completed',
		by: 'applicant',
		when: 'The applicant adds what was missing.',
	},
	{
		from: ['received'],
		to: ['incomplete'],
		cause: 'answers missing',
		by: 'applicant',
		when: 'The applicant removes a required answer.',
	},
	{
		from: ['too-early', ...live],
		to: ['withdrawn'],
		cause: 'withdrawn',
		by: 'applicant',
		when: 'The applicant withdraws. This ends all earlier decisions, and frees the seat.',
	},
	{
		from: ['withdrawn'],
		to: ['too-early', ...undecided],
		cause: 'applied again',
		by: 'applicant',
		when: 'The applicant saves an application again. Decisions made before the withdrawal do not count.',
	},
	{
		from: ['too-early', ...live, 'withdrawn'],
		to: ['superseded'],
		cause: 'superseded',
		by: 'applicant',
		when: 'The applicant makes another application for the same course. The newest one counts.',
	},
	{
		from: ['superseded'],
		to: ['too-early', ...live, 'withdrawn'],
		cause: 'live again',
		by: 'applicant',
		when: 'The applicant withdraws or removes the newer application.',
	},
	{
		from: ['too-early', ...undecided, 'waitlisted', 'declined', 'turned-down', 'lapsed'],
		to: ['accepted', 'offered'],
		cause: 'accepted',
		by: 'reviewer',
		when: 'A reviewer’s acceptance is announced. The seat is offered until a date, or, in a programme without offers, taken. A new offer needs a new reply.',
	},
	{
		from: ['too-early', ...undecided, 'declined', ...seatedOrOffered],
		to: ['waitlisted'],
		cause: 'waitlisted',
		by: 'reviewer',
		when: 'It is announced that a reviewer put the applicant on the waitlist.',
	},
	{
		from: ['too-early', ...undecided, 'waitlisted', ...seatedOrOffered],
		to: ['declined'],
		cause: 'declined',
		by: 'reviewer',
		when: 'It is announced that a reviewer declined the application.',
	},
	{
		from: ['offered', 'turned-down'],
		to: ['confirmed'],
		cause: 'confirmed',
		by: 'applicant',
		when: 'The applicant confirms the seat before the offer expires.',
	},
	{
		from: ['turned-down'],
		to: ['accepted'],
		cause: 'confirmed',
		by: 'applicant',
		when: 'The applicant takes the seat after all, in a programme without offers.',
	},
	{
		from: ['offered', 'confirmed', 'accepted', 'lapsed'],
		to: ['turned-down'],
		cause: 'declined by the applicant',
		by: 'applicant',
		when: 'The applicant declines the seat, which is free again.',
	},
	{
		from: ['offered'],
		to: ['lapsed'],
		cause: 'offer ends',
		by: 'time',
		when: 'The offer expires without a reply. The seat is free again.',
	},
];
