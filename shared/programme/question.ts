import * as v from 'valibot';
import { amount, id, list, localText, whole, yesOrNo } from './fields.ts';

const asked = {
	id: v.pipe(
		id,
		v.description(
			'The parameter of the application template that holds the answer. Do not change it while applications are open. In two courses it must mean the same.',
		),
	),
	label: v.pipe(localText, v.description('The question in plain words.')),
	reason: v.optional(v.pipe(localText, v.description('Why it is asked, shown beside the question.'))),
	required: v.optional(v.pipe(yesOrNo, v.description('Whether an application without it is incomplete.'))),
};

const options = v.pipe(
	list(
		v.strictObject({
			id: v.pipe(id, v.description('What stands on the page for this answer.')),
			label: v.pipe(localText, v.description('What people read.')),
		}),
		1,
		300,
		[{ id: 'beginner', label: 'I am new to this' }],
	),
	v.description('The answers to choose from, in the order shown.'),
);

const minLength = v.optional(v.pipe(whole(1, 20_000, 100), v.description('Fewest characters.')));
const maxLength = v.optional(v.pipe(whole(1, 20_000, 2000), v.description('Most characters.')));

export const question = v.pipe(
	v.variant('type', [
		v.pipe(
			v.strictObject({ ...asked, type: v.literal('short-text'), maxLength }),
			v.description('One line of text.'),
		),
		v.pipe(
			v.strictObject({ ...asked, type: v.literal('long-text'), minLength, maxLength }),
			v.description('Several lines of text.'),
		),
		v.pipe(
			v.strictObject({ ...asked, type: v.literal('one-of'), options }),
			v.description('One answer of several.'),
		),
		v.pipe(
			v.strictObject({
				...asked,
				type: v.literal('some-of'),
				options,
				min: v.optional(v.pipe(whole(0, 300, 1), v.description('Fewest answers.'))),
				max: v.optional(v.pipe(whole(1, 300, 3), v.description('Most answers.'))),
			}),
			v.description('Any number of answers of several.'),
		),
		v.pipe(
			v.strictObject({ ...asked, type: v.literal('commitment') }),
			v.description('A check box with which people commit themselves. Its answer is `yes`.'),
		),
		v.pipe(
			v.strictObject({
				...asked,
				type: v.literal('number'),
				min: v.optional(v.pipe(amount(-1e9, 1e9, 0), v.description('Smallest number.'))),
				max: v.optional(v.pipe(amount(-1e9, 1e9, 100), v.description('Largest number.'))),
			}),
			v.description('A number.'),
		),
		v.pipe(v.strictObject({ ...asked, type: v.literal('language') }), v.description('A language.')),
		v.pipe(v.strictObject({ ...asked, type: v.literal('wiki') }), v.description('A wiki.')),
		v.pipe(v.strictObject({ ...asked, type: v.literal('time-zone') }), v.description('A time zone.')),
		v.pipe(
			v.strictObject({ ...asked, type: v.literal('availability') }),
			v.description('The hours of the week at which people can attend, in their own time zone.'),
		),
		v.pipe(
			v.strictObject({ ...asked, type: v.literal('private-email') }),
			v.description(
				'An email address. Never written to a page: handed to the team by the wiki’s own mail. At most one in a course.',
			),
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
