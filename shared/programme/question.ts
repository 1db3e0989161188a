import * as v from 'valibot';
import { decimalNumber, withDescription, id, list, localText, wholeNumber, trueOrFalse } from './fields.ts';

const commonFields = {
	id: withDescription(
		id,
		'The parameter of the application template that holds the answer. Do not change it while applications are open. In two courses it must mean the same.',
	),
	label: withDescription(localText, 'The question in plain words.'),
	reason: v.optional(withDescription(localText, 'Why it is asked, shown beside the question.')),
	required: v.optional(withDescription(trueOrFalse, 'Whether an application without it is incomplete.')),
};

const options = withDescription(
	list(
		v.strictObject({
			id: withDescription(id, 'What stands on the page for this answer.'),
			label: withDescription(localText, 'What people read.'),
		}),
		1,
		300,
		[{ id: 'beginner', label: 'I am new to this' }],
	),
	'The answers to choose from, in the order shown.',
);

const minLength = v.optional(withDescription(wholeNumber(1, 20_000, 100), 'Fewest characters.'));
const maxLength = v.optional(withDescription(wholeNumber(1, 20_000, 2000), 'Most characters.'));

export const question = v.pipe(
	v.variant('type', [
		withDescription(
			v.strictObject({ ...commonFields, type: v.literal('short-text'), maxLength }),
			'One line of text.',
		),
		withDescription(
			v.strictObject({ ...commonFields, type: v.literal('long-text'), minLength, maxLength }),
			'Several lines of text.',
		),
		withDescription(
			v.strictObject({ ...commonFields, type: v.literal('one-of'), options }),
			'One answer of several.',
		),
		withDescription(
			v.strictObject({
				...commonFields,
				type: v.literal('some-of'),
				options,
				min: v.optional(withDescription(wholeNumber(0, 300, 1), 'Fewest answers.')),
				max: v.optional(withDescription(wholeNumber(1, 300, 3), 'Most answers.')),
			}),
			'Any number of answers of several.',
		),
		withDescription(
			v.strictObject({ ...commonFields, type: v.literal('commitment') }),
			'A check box with which people commit themselves. Its answer is `yes`.',
		),
		withDescription(
			v.strictObject({
				...commonFields,
				type: v.literal('number'),
				min: v.optional(withDescription(decimalNumber(-1e9, 1e9, 0), 'Smallest number.')),
				max: v.optional(withDescription(decimalNumber(-1e9, 1e9, 100), 'Largest number.')),
			}),
			'A number.',
		),
		withDescription(v.strictObject({ ...commonFields, type: v.literal('language') }), 'A language.'),
		withDescription(v.strictObject({ ...commonFields, type: v.literal('wiki') }), 'A wiki.'),
		withDescription(v.strictObject({ ...commonFields, type: v.literal('time-zone') }), 'A time zone.'),
		withDescription(
			v.strictObject({ ...commonFields, type: v.literal('availability') }),
			'The hours of the week at which people can attend, in their own time zone.',
		),
		withDescription(
			v.strictObject({ ...commonFields, type: v.literal('private-email') }),
			'An email address. Never written to a page: handed to the team by the wiki’s own mail. At most one in a course.',
		),
	]),
	v.metadata({
		expected: 'a question in curly brackets',
		examples: [
			{ id: 'motivation', type: 'long-text', label: 'Why do you want to take part?', required: true },
		],
	}),
);
export type Question = v.InferOutput<typeof question>;
