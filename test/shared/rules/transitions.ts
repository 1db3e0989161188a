import type { State } from './status.ts';

/** Something that happens to an application. */
export type Cause =
	| 'submitted'
	| 'taken over'
	| 'foreign'
	| 'completed'
	| 'answers missing'
	| 'withdrawn'
	| 'reinstated'
	| 'superseded'
	| 'live again'
	| 'accepted'
	| 'waitlisted'
	| 'declined'
	| 'decision withdrawn'
	| 'confirmed'
	| 'turned down'
	| 'offer ends';

export interface Transition {
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
 * What leads from one state to another. `statusOf` derives states anew and does not read this; a test checks that the
 * two agree, and the reference is generated from it.
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
		to: ['unverified'],
		cause: 'foreign',
		by: 'anyone',
		when: 'Someone adds an application in another person’s name.',
	},
	{
		from: ['unverified'],
		to: [...live, 'withdrawn', 'superseded'],
		cause: 'taken over',
		by: 'applicant',
		when: 'The person named saves the application themselves.',
	},
	{
		from: ['incomplete'],
		to: ['received'],
		cause: 'completed',
		by: 'applicant',
		when: 'The applicant gives what was missing.',
	},
	{
		from: ['received'],
		to: ['incomplete'],
		cause: 'answers missing',
		by: 'applicant',
		when: 'The applicant removes a required answer.',
	},
	{
		from: live,
		to: ['withdrawn'],
		cause: 'withdrawn',
		by: 'applicant',
		when: 'The applicant withdraws. A seat comes free.',
	},
	{
		from: ['withdrawn'],
		to: live,
		cause: 'reinstated',
		by: 'applicant',
		when: 'The applicant takes the withdrawal back; decisions made before it stand.',
	},
	{
		from: [...live, 'withdrawn'],
		to: ['superseded'],
		cause: 'superseded',
		by: 'applicant',
		when: 'The applicant makes another application for the same course; the newest is the live one.',
	},
	{
		from: ['superseded'],
		to: [...live, 'withdrawn'],
		cause: 'live again',
		by: 'applicant',
		when: 'The newer application is gone.',
	},
	{
		from: [...undecided, 'waitlisted', 'declined'],
		to: ['accepted', 'offered'],
		cause: 'accepted',
		by: 'reviewer',
		when: 'A reviewer accepts: an offer stands until its date, or, in a programme without offers, the applicant is seated.',
	},
	{
		from: seatedOrOffered,
		to: ['accepted', 'offered', 'confirmed'],
		cause: 'accepted',
		by: 'reviewer',
		when: 'A reviewer accepts again, with another note or date: replies given since the first acceptance count.',
	},
	{
		from: [...undecided, 'declined', ...seatedOrOffered],
		to: ['waitlisted'],
		cause: 'waitlisted',
		by: 'reviewer',
		when: 'A reviewer puts the applicant on the waitlist.',
	},
	{
		from: [...undecided, 'waitlisted', ...seatedOrOffered],
		to: ['declined'],
		cause: 'declined',
		by: 'reviewer',
		when: 'A reviewer declines.',
	},
	{
		from: decided,
		to: live,
		cause: 'decision withdrawn',
		by: 'reviewer',
		when: 'A reviewer takes the newest decision back; the one before it counts, if there is one.',
	},
	{
		from: ['offered', 'turned-down'],
		to: ['confirmed'],
		cause: 'confirmed',
		by: 'applicant',
		when: 'The applicant confirms the seat before the offer ends.',
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
		cause: 'turned down',
		by: 'applicant',
		when: 'The applicant turns the seat down. It comes free.',
	},
	{
		from: ['offered'],
		to: ['lapsed'],
		cause: 'offer ends',
		by: 'time',
		when: 'The offer’s date passes without a reply. The seat comes free.',
	},
];
