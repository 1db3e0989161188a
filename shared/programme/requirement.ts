import * as v from 'valibot';
import { group, id, list, localText, whole } from './fields.ts';
import type { LocalText } from './fields.ts';

const base = {
	id: v.pipe(id, v.description('Its name in reports. Do not change it while applications are open.')),
	label: v.pipe(localText, v.description('What applicants and reviewers read.')),
};

/** Where an account must have what a requirement asks for. */
const where = v.pipe(
	v.picklist(['local', 'anywhere']),
	v.description('`local`: on the programme’s wiki. `anywhere`: there or on any wiki of the same login.'),
);

const rights = v.pipe(
	v.strictObject({
		...base,
		kind: v.literal('rights'),
		groups: v.pipe(
			list(group, 0, 100, ['sysop', 'rollbacker']),
			v.description('Local groups, of which any one is enough.'),
		),
		globalGroups: v.optional(
			v.pipe(list(group, 0, 100, ['steward']), v.description('Global groups, of which any one is enough.')),
		),
		where,
	}),
	v.description('The account is in any of these groups.'),
);

const edits = v.pipe(
	v.strictObject({
		...base,
		kind: v.literal('edits'),
		min: v.pipe(whole(1, 10_000_000, 500), v.description('This many, or more.')),
		where,
	}),
	v.description('The account has made enough edits.'),
);

const age = v.pipe(
	v.strictObject({
		...base,
		kind: v.literal('age'),
		days: v.pipe(whole(1, 10_000, 180), v.description('Registered at least this many days before applying.')),
		where,
	}),
	v.description('The account is old enough.'),
);

const notBlocked = v.pipe(
	v.strictObject({ ...base, kind: v.literal('not-blocked'), where }),
	v.description('The account is neither blocked nor globally locked.'),
);

const answer = v.pipe(
	v.strictObject({
		...base,
		kind: v.literal('answer'),
		question: v.pipe(id, v.description('The id of a question of the same course.')),
		oneOf: v.pipe(
			list(v.string(), 1, 300, ['beginner']),
			v.description('Answers that are enough: ids of options, `yes` for a commitment, or the text itself.'),
		),
	}),
	v.description('The applicant gave one of these answers.'),
);

export const leafRequirement = v.variant('kind', [rights, edits, age, notBlocked, answer]);
export type LeafRequirement = v.InferOutput<typeof leafRequirement>;

export interface GroupRequirement {
	readonly id: string;
	readonly label: LocalText;
	readonly kind: 'any-of' | 'all-of';
	readonly of: readonly Requirement[];
}
export type Requirement = LeafRequirement | GroupRequirement;

export const groupRequirement = v.pipe(
	v.strictObject({
		...base,
		kind: v.picklist(['any-of', 'all-of']),
		of: v.pipe(
			list(
				v.lazy((): v.GenericSchema<Requirement> => requirement),
				1,
				30,
			),
			v.description('The requirements of which any one, or all, must be met. They may be groups again.'),
		),
	}),
	v.description('Any one of several requirements (`any-of`), or all of them (`all-of`).'),
);

export const requirement: v.GenericSchema<Requirement> = v.pipe(
	v.variant('kind', [rights, edits, age, notBlocked, answer, groupRequirement]),
	v.metadata({
		expected: 'a requirement in curly brackets',
		examples: [{ id: 'edits', label: '500 edits', kind: 'edits', min: 500, where: 'anywhere' }],
	}),
);
