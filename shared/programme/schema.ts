import * as v from 'valibot';
import {
	emailAddress,
	decimalNumber,
	withDescription,
	urlOrTitle,
	instant,
	languageCode,
	list,
	localText,
	pageWithSubpages,
	person,
	id,
	numericId,
	title,
	userName,
	wholeNumber,
} from './fields.ts';
import { question } from './question.ts';
import { requirement } from './requirement.ts';

export type { LocalText } from './fields.ts';
export type { Question } from './question.ts';
export { requirement } from './requirement.ts';
export type { GroupRequirement, LeafRequirement, Requirement } from './requirement.ts';

export const course = v.pipe(
	v.strictObject({
		id: withDescription(
			id,
			'Its name in applications and reports. Do not change it while applications are open.',
		),
		title: withDescription(localText, 'Its title, as people read it.'),
		page: withDescription(
			pageWithSubpages,
			'The course page. Applications are its subpages `/Applications/USER NAME`.',
		),
		talk: v.optional(
			withDescription(
				title,
				'The talk page on which applications without the form are made. Left out: `Talk:` and the course page.',
			),
		),
		description: v.optional(withDescription(localText, 'What the course is about.')),
		audience: withDescription(localText, 'Whom the course is for.'),
		hours: withDescription(
			v.pipe(
				v.strictObject({
					min: withDescription(decimalNumber(0, 80, 2), 'At least.'),
					max: withDescription(decimalNumber(0.5, 80, 3), 'At most.'),
				}),
				v.metadata({ expected: 'the fewest and the most hours', examples: [{ min: 2, max: 3 }] }),
			),
			'Hours a week.',
		),
		weeks: withDescription(wholeNumber(1, 104, 8), 'How many weeks it lasts.'),
		language: withDescription(languageCode, 'The language of teaching.'),
		seats: withDescription(wholeNumber(1, 10_000, 40), 'How many people can take part.'),
		opens: withDescription(instant, 'From when on people can apply.'),
		closes: withDescription(instant, 'Until when people can apply. Later than `opens`.'),
		notify: withDescription(
			instant,
			'When applicants are told. Not before `closes`. No decision notice goes out earlier.',
		),
		starts: withDescription(instant, 'The first session. Not before `notify`.'),
		promoteUntil: v.optional(
			withDescription(
				instant,
				'After this, nobody is taken from the waitlist any more. Not before `notify`. Left out: no such limit.',
			),
		),
		requirements: withDescription(
			list(requirement, 0, 30),
			'All of them must be met. The bot only says whether they are; people decide.',
		),
		questions: withDescription(list(question, 1, 60), 'What the form asks, in this order.'),
		sessions: v.optional(
			withDescription(
				v.pipe(
					v.strictObject({
						perWeek: withDescription(wholeNumber(1, 7, 1), 'How many a week.'),
						minutes: withDescription(wholeNumber(15, 480, 90), 'How long each is.'),
					}),
					v.metadata({
						expected: 'how many sessions a week, and how long',
						examples: [{ perWeek: 1, minutes: 90 }],
					}),
				),
				'Sessions that people attend together. The status page finds the times that suit most.',
			),
		),
	}),
	v.metadata({
		expected: 'a course in curly brackets',
		examples: [{ id: 'pb', title: 'Partnership Building', page: 'Courses/Partnership Building' }],
	}),
);
export type Course = v.InferOutput<typeof course>;

/** The notices that a programme can turn off. Notices about decisions are always sent: they announce the decision. */
export const OPTIONAL_NOTICES = ['receipt', 'incomplete', 'offer', 'start'] as const;

export const programme = v.pipe(
	v.strictObject({
		$schema: v.optional(
			withDescription(
				v.pipe(v.string(), v.maxLength(500)),
				'Where editors find the JSON Schema of this page.',
			),
		),
		name: withDescription(localText, 'The programme’s name, as people read it.'),
		language: withDescription(languageCode, 'The language of the status pages and of what the bot writes.'),
		root: withDescription(title, 'The programme’s root page. The status page is its subpage `/Status`.'),
		contact: withDescription(
			v.pipe(
				v.strictObject({
					account: withDescription(
						userName,
						'The account to which the wiki mails the preferred addresses of applicants.',
					),
					address: withDescription(emailAddress, 'The email address that people are told for questions.'),
				}),
				v.metadata({
					expected: 'an account and an email address',
					examples: [{ account: 'WikiLearn team', address: 'team@example.org' }],
				}),
			),
			'Who answers questions and receives addresses.',
		),
		privacy: withDescription(urlOrTitle, 'The privacy statement.'),
		bot: withDescription(
			v.pipe(
				v.strictObject({
					name: withDescription(userName, 'Its name.'),
					id: withDescription(numericId, 'Its user id. `deploy` fills it in.'),
				}),
				v.metadata({
					expected: 'an account’s name and user id',
					examples: [{ name: 'WikiLearnBot', id: 4321 }],
				}),
			),
			'The bot’s account.',
		),
		reviewers: withDescription(
			list(person, 1, 200),
			'The accounts whose decisions and releases count. The user id counts, the name is for readers.',
		),
		team: v.optional(
			withDescription(
				list(person, 0, 200),
				'The accounts that may write to applicants and remind them. Left out: the reviewers alone.',
			),
		),
		log: withDescription(
			v.pipe(
				v.strictObject({
					page: withDescription(title, 'Its title. By convention the subpage `/Log` of the root page.'),
					id: withDescription(numericId, 'Its page id, which stays when it is moved. `deploy` fills it in.'),
				}),
				v.metadata({
					expected: 'a page’s title and id',
					examples: [{ page: 'WikiLearn/Log', id: 98765 }],
				}),
			),
			'The log: every decision and release is an edit of it.',
		),
		offers: v.optional(
			withDescription(
				v.pipe(
					v.strictObject({
						confirmDays: withDescription(wholeNumber(1, 60, 7), 'Days in which a seat must be confirmed.'),
						reminderDays: withDescription(
							wholeNumber(1, 59, 2),
							'Days before the end of these at which one reminder is sent.',
						),
					}),
					v.metadata({
						expected: 'the days to confirm, and the days before their end for a reminder',
						examples: [{ confirmDays: 7, reminderDays: 2 }],
					}),
				),
				'Accepted applicants are asked to confirm their seat, or it lapses. Left out: who is accepted has a seat.',
			),
		),
		notices: v.optional(
			withDescription(
				list(
					v.pipe(
						v.picklist(OPTIONAL_NOTICES),
						v.metadata({ expected: 'a kind of notice', examples: ['receipt'] }),
					),
					0,
					4,
					['receipt', 'offer'],
				),
				'What the bot writes to applicants on their talk pages besides decisions: a `receipt`, that answers are missing (`incomplete`), about the `offer` (a reminder, and that it expired), a reminder before the `start`. Left out: all of these.',
			),
		),
		optOut: v.optional(
			withDescription(
				title,
				'A category: whose talk page is in it gets no notices. Left out: `Category:Opted-out of message delivery`.',
			),
		),
		courses: withDescription(list(course, 1, 50), 'The courses.'),
	}),
	v.metadata({ expected: 'a programme in curly brackets', examples: [{ name: 'WikiLearn', courses: [] }] }),
);
export type Programme = v.InferOutput<typeof programme>;
