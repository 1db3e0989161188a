import fc from 'fast-check';
import {
	MAX_APPLICANTS,
	RECIPIENT_GROUPS,
	type Action,
	type LogAction,
	type ReplyAction,
} from '../../../shared/actions/mark.ts';

const id = fc.integer({ min: 1, max: 10_000_000 });
const course = fc.stringMatching(/^[a-z][a-z0-9-]{0,11}$/);
export const nonce = fc.stringMatching(/^[a-z0-9]{8}$/);
const applicants = fc.array(fc.record({ id, answersRevid: id }), { minLength: 1, maxLength: MAX_APPLICANTS });

const logAction: fc.Arbitrary<LogAction> = fc.oneof(
	fc.record({
		kind: fc.constant('decide' as const),
		course,
		outcome: fc.constantFrom('accepted' as const, 'declined' as const, 'recused' as const),
		place: fc.constant(null),
		applicants,
	}),
	fc.record({
		kind: fc.constant('decide' as const),
		course,
		outcome: fc.constant('waitlisted' as const),
		place: fc.option(fc.integer({ min: 1, max: 999_999 })),
		applicants,
	}),
	fc.record({
		kind: fc.constant('take-back' as const),
		course,
		takenBack: id,
		applicants: fc.array(id, { maxLength: MAX_APPLICANTS }),
	}),
	fc.record({
		kind: fc.constant('release' as const),
		course,
		seenRevid: id,
		digest: fc.stringMatching(/^[0-9a-f]{32}$/),
	}),
	fc.record({ kind: fc.constant('remind' as const), course }),
	fc.record({
		kind: fc.constant('write' as const),
		course,
		to: fc.constantFrom(...RECIPIENT_GROUPS),
		page: id,
		revision: id,
	}),
);

const replyAction: fc.Arbitrary<ReplyAction> = fc.oneof(
	fc.record({
		kind: fc.constant('reply' as const),
		course,
		reply: fc.constantFrom('confirmed' as const, 'declined' as const),
		offer: id,
	}),
	fc.record({
		kind: fc.constant('reply' as const),
		course,
		reply: fc.constant('withdrawn' as const),
		offer: fc.constant(null),
	}),
);

export const action: fc.Arbitrary<Action> = fc.oneof(logAction, replyAction);
