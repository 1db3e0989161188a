import * as v from 'valibot';
import {
	address,
	amount,
	described,
	httpsOrTitle,
	instant,
	languageCode,
	list,
	localText,
	pageWithSubpages,
	person,
	id,
	identifier,
	title,
	userName,
	whole,
} from './fields.ts';
import { question } from './question.ts';
import { requirement } from './requirement.ts';

export type { LocalText } from './fields.ts';
export type { Question } from './question.ts';
export { requirement } from './requirement.ts';
export type { GroupRequirement, LeafRequirement, Requirement } from './requirement.ts';

export const course = v.pipe(
	v.strictObject({
		id: described(id, 'Its name in applications and reports. Do not change it while applications are open.'),
		title: described(localText, 'Its title, as people read it.'),
		page: described(
			pageWithSubpages,
			'The course page. Applications are its subpages `/Applications/USER NAME`.',
		),
		talk: v.optional(
			described(
				title,
				'The talk page on which applications without the form are made. Left out: `Talk:` and the course page.',
			),
		),
		description: v.optional(described(localText, 'What the course is about.')),
		audience: described(localText, 'Whom the course is for.'),
		hours: described(
			v.pipe(
				v.strictObject({
					min: described(amount(0, 80, 2), 'At least.'),
					max: described(amount(0.5, 80, 3), 'At most.'),
				}),
				v.metadata({ expected: 'the fewest and the most hours', examples: [{ min: 2, max: 3 }] }),
			),
			'Hours a week.',
		),
		weeks: described(whole(1, 104, 8), 'How many weeks it lasts.'),
		language: described(languageCode, 'The language of teaching.'),
		seats: described(whole(1, 10_000, 40), 'How many people can take part.'),
		opens: described(instant, 'From when on people can apply.'),
		closes: described(instant, 'Until when people can apply. Later than `opens`.'),
		notify: described(
			instant,
			'When applicants are told. Not before `closes`. No decision notice goes out earlier.',
		),
		starts: described(instant, 'The first session. Not before `notify`.'),
		promoteUntil: v.optional(
			described(
				instant,
				'After this, nobody is taken from the waitlist any more. Not before `notify`. Left out: no such limit.',
			),
		),
		requirements: described(
			list(requirement, 0, 30),
			'All of them must be met. The bot only says whether they are; people decide.',
		),
		questions: described(list(question, 1, 60), 'What the form asks, in this order.'),
		sessions: v.optional(
			described(
				v.pipe(
					v.strictObject({
						perWeek: described(whole(1, 7, 1), 'How many a week.'),
						minutes: described(whole(15, 480, 90), 'How long each is.'),
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

/** The notices that a programme may choose from. Those about decisions are always sent: they are what announces them. */
export const noticeChoices = ['receipt', 'incomplete', 'offer', 'start'] as const;

export const programme = v.pipe(
	v.strictObject({
		$schema: v.optional(
			described(v.pipe(v.string(), v.maxLength(500)), 'Where editors find the JSON Schema of this page.'),
		),
		name: described(localText, 'The programme’s name, as people read it.'),
		language: described(languageCode, 'The language of the status pages and of what the bot writes.'),
		root: described(title, 'The programme’s root page. The status page is its subpage `/Status`.'),
		contact: described(
			v.pipe(
				v.strictObject({
					account: described(
						userName,
						'The account to which the wiki mails the preferred addresses of applicants.',
					),
					address: described(address, 'The email address that people are told for questions.'),
				}),
				v.metadata({
					expected: 'an account and an email address',
					examples: [{ account: 'WikiLearn team', address: 'team@example.org' }],
				}),
			),
			'Who answers questions and receives addresses.',
		),
		privacy: described(httpsOrTitle, 'The privacy statement.'),
		bot: described(
			v.pipe(
				v.strictObject({
					name: described(userName, 'Its name.'),
					id: described(identifier, 'Its user id. `deploy` fills it in.'),
				}),
				v.metadata({
					expected: 'an account’s name and user id',
					examples: [{ name: 'WikiLearnBot', id: 4321 }],
				}),
			),
			'The bot’s account.',
		),
		reviewers: described(
			list(person, 1, 200),
			'The accounts whose decisions and releases count. The user id counts, the name is for readers.',
		),
		team: v.optional(
			described(
				list(person, 0, 200),
				'The accounts that may write to applicants and remind them. Left out: the reviewers alone.',
			),
		),
		log: described(
			v.pipe(
				v.strictObject({
					page: described(title, 'Its title. By convention the subpage `/Log` of the root page.'),
					id: described(identifier, 'Its page id, which stays when it is moved. `deploy` fills it in.'),
				}),
				v.metadata({
					expected: 'a page’s title and id',
					examples: [{ page: 'WikiLearn/Log', id: 98765 }],
				}),
			),
			'The log: every decision and release is an edit of it.',
		),
		offers: v.optional(
			described(
				v.pipe(
					v.strictObject({
						confirmDays: described(whole(1, 60, 7), 'Days in which a seat must be confirmed.'),
						reminderDays: described(
							whole(1, 59, 2),
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
			described(
				list(
					v.pipe(
						v.picklist(noticeChoices),
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
			described(
				title,
				'A category: whose talk page is in it gets no notices. Left out: `Category:Opted-out of message delivery`.',
			),
		),
		courses: described(list(course, 1, 50), 'The courses.'),
	}),
	v.metadata({ expected: 'a programme in curly brackets', examples: [{ name: 'WikiLearn', courses: [] }] }),
);
export type Programme = v.InferOutput<typeof programme>;
