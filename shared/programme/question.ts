import * as v from 'valibot';
import { amount, described, id, list, localText, whole, yesOrNo } from './fields.ts';

const asked = {
	id: described(
		id,
		'The parameter of the application template that holds the answer. Do not change it while applications are open. In two courses it must mean the same.',
	),
	label: described(localText, 'The question in plain words.'),
	reason: v.optional(described(localText, 'Why it is asked, shown beside the question.')),
	required: v.optional(described(yesOrNo, 'Whether an application without it is incomplete.')),
};

const options = described(
	list(
		v.strictObject({
			id: described(id, 'What stands on the page for this answer.'),
			label: described(localText, 'What people read.'),
		}),
		1,
		300,
		[{ id: 'beginner', label: 'I am new to this' }],
	),
	'The answers to choose from, in the order shown.',
);

const minLength = v.optional(described(whole(1, 20_000, 100), 'Fewest characters.'));
const maxLength = v.optional(described(whole(1, 20_000, 2000), 'Most characters.'));

export const question = v.pipe(
	v.variant('type', [
		described(v.strictObject({ ...asked, type: v.literal('short-text'), maxLength }), 'One line of text.'),
		described(
			v.strictObject({ ...asked, type: v.literal('long-text'), minLength, maxLength }),
			'Several lines of text.',
		),
		described(v.strictObject({ ...asked, type: v.literal('one-of'), options }), 'One answer of several.'),
		described(
			v.strictObject({
				...asked,
				type: v.literal('some-of'),
				options,
				min: v.optional(described(whole(0, 300, 1), 'Fewest answers.')),
				max: v.optional(described(whole(1, 300, 3), 'Most answers.')),
			}),
			'Any number of answers of several.',
		),
		described(
			v.strictObject({ ...asked, type: v.literal('commitment') }),
			'A check box with which people commit themselves. Its answer is `yes`.',
		),
		described(
			v.strictObject({
				...asked,
				type: v.literal('number'),
				min: v.optional(described(amount(-1e9, 1e9, 0), 'Smallest number.')),
				max: v.optional(described(amount(-1e9, 1e9, 100), 'Largest number.')),
			}),
			'A number.',
		),
		described(v.strictObject({ ...asked, type: v.literal('language') }), 'A language.'),
		described(v.strictObject({ ...asked, type: v.literal('wiki') }), 'A wiki.'),
		described(v.strictObject({ ...asked, type: v.literal('time-zone') }), 'A time zone.'),
		described(
			v.strictObject({ ...asked, type: v.literal('availability') }),
			'The hours of the week at which people can attend, in their own time zone.',
		),
		described(
			v.strictObject({ ...asked, type: v.literal('private-email') }),
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
