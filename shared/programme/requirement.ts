import * as v from 'valibot';
import { withDescription, groupName, id, list, localText, wholeNumber, type LocalText } from './fields.ts';

const commonFields = {
	id: withDescription(id, 'Its name in reports. Do not change it while applications are open.'),
	label: withDescription(localText, 'What applicants and reviewers read.'),
};

/** The scope of a requirement. */
const where = withDescription(
	v.picklist(['local', 'anywhere']),
	'`local`: on the programme’s wiki. `anywhere`: there or on any wiki of the same login.',
);

const rightsRequirement = withDescription(
	v.strictObject({
		...commonFields,
		kind: v.literal('rights'),
		groups: withDescription(
			list(groupName, 0, 100, ['sysop', 'rollbacker']),
			'Local groups, of which any one is enough.',
		),
		globalGroups: v.optional(
			withDescription(list(groupName, 0, 100, ['steward']), 'Global groups, of which any one is enough.'),
		),
		where,
	}),
	'The account is in any of these groups.',
);

const editsRequirement = withDescription(
	v.strictObject({
		...commonFields,
		kind: v.literal('edits'),
		min: withDescription(wholeNumber(1, 10_000_000, 500), 'This many, or more.'),
		where,
	}),
	'The account has made enough edits.',
);

const ageRequirement = withDescription(
	v.strictObject({
		...commonFields,
		kind: v.literal('age'),
		days: withDescription(wholeNumber(1, 10_000, 180), 'Registered at least this many days before applying.'),
		where,
	}),
	'The account is old enough.',
);

const notBlockedRequirement = withDescription(
	v.strictObject({ ...commonFields, kind: v.literal('not-blocked'), where }),
	'The account is neither blocked nor globally locked.',
);

const answerRequirement = withDescription(
	v.strictObject({
		...commonFields,
		kind: v.literal('answer'),
		question: withDescription(id, 'The id of a question of the same course.'),
		oneOf: withDescription(
			list(v.string(), 1, 300, ['beginner']),
			'Answers that are enough: ids of options, `yes` for a commitment, or the text itself.',
		),
	}),
	'The applicant gave one of these answers.',
);

const leaves = [
	rightsRequirement,
	editsRequirement,
	ageRequirement,
	notBlockedRequirement,
	answerRequirement,
] as const;
export type LeafRequirement = v.InferOutput<(typeof leaves)[number]>;

export interface GroupRequirement {
	readonly id: string;
	readonly label: LocalText;
	readonly kind: 'any-of' | 'all-of';
	readonly of: readonly Requirement[];
}
export type Requirement = LeafRequirement | GroupRequirement;

const groupRequirement = withDescription(
	v.strictObject({
		...commonFields,
		kind: v.picklist(['any-of', 'all-of']),
		of: withDescription(
			list(
				v.lazy((): v.GenericSchema<Requirement> => requirement),
				1,
				30,
			),
			'The requirements of which any one, or all, must be met. They may be groups again.',
		),
	}),
	'Any one of several requirements (`any-of`), or all of them (`all-of`).',
);

export const requirement: v.GenericSchema<Requirement> = v.pipe(
	v.variant('kind', [...leaves, groupRequirement]),
	v.metadata({
		expected: 'a requirement in curly brackets',
		examples: [{ id: 'edits', label: '500 edits', kind: 'edits', min: 500, where: 'anywhere' }],
	}),
);
