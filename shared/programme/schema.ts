import * as v from 'valibot';
import {
	address,
	amount,
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

export { localText } from './fields.ts';
export type { LocalText } from './fields.ts';
export { question } from './question.ts';
export type { Question } from './question.ts';
export { leafRequirement, requirement } from './requirement.ts';
export type { GroupRequirement, LeafRequirement, Requirement } from './requirement.ts';

export const course = v.pipe(
	v.strictObject({
		id: v.pipe(
			id,
			v.description('Its name in applications and reports. Do not change it while applications are open.'),
		),
		title: v.pipe(localText, v.description('Its title, as people read it.')),
		page: v.pipe(
			pageWithSubpages,
			v.description('The course page. Applications are its subpages `/Applications/USER NAME`.'),
		),
		talk: v.optional(
			v.pipe(
				title,
				v.description(
					'The talk page on which applications without the form are made. Left out: `Talk:` and the course page.',
				),
			),
		),
		description: v.optional(v.pipe(localText, v.description('What the course is about.'))),
		audience: v.pipe(localText, v.description('Whom the course is for.')),
		hours: v.pipe(
			v.strictObject({
				min: v.pipe(amount(0, 80, 2), v.description('At least.')),
				max: v.pipe(amount(0.5, 80, 3), v.description('At most.')),
			}),
			v.description('Hours a week.'),
			v.metadata({ expected: 'the fewest and the most hours', examples: [{ min: 2, max: 3 }] }),
		),
		weeks: v.pipe(whole(1, 104, 8), v.description('How many weeks it lasts.')),
		language: v.pipe(languageCode, v.description('The language of teaching.')),
		seats: v.pipe(whole(1, 10_000, 40), v.description('How many people can take part.')),
		opens: v.pipe(instant, v.description('From when on people can apply.')),
		closes: v.pipe(instant, v.description('Until when people can apply. Later than `opens`.')),
		notify: v.pipe(
			instant,
			v.description('When applicants are told. Not before `closes`. No decision notice goes out earlier.'),
		),
		starts: v.pipe(instant, v.description('The first session. Not before `notify`.')),
		promoteUntil: v.optional(
			v.pipe(
				instant,
				v.description(
					'After this, nobody is taken from the waitlist any more. Not before `notify`. Left out: no such limit.',
				),
			),
		),
		requirements: v.pipe(
			list(requirement, 0, 30),
			v.description('All of them must be met. The bot only says whether they are; people decide.'),
		),
		questions: v.pipe(list(question, 1, 60), v.description('What the form asks, in this order.')),
		sessions: v.optional(
			v.pipe(
				v.strictObject({
					perWeek: v.pipe(whole(1, 7, 1), v.description('How many a week.')),
					minutes: v.pipe(whole(15, 480, 90), v.description('How long each is.')),
				}),
				v.description(
					'Sessions that people attend together. The status page finds the times that suit most.',
				),
				v.metadata({
					expected: 'how many sessions a week, and how long',
					examples: [{ perWeek: 1, minutes: 90 }],
				}),
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
			v.pipe(v.string(), v.maxLength(500), v.description('Where editors find the JSON Schema of this page.')),
		),
		name: v.pipe(localText, v.description('The programme’s name, as people read it.')),
		language: v.pipe(
			languageCode,
			v.description('The language of the status pages and of what the bot writes.'),
		),
		root: v.pipe(
			title,
			v.description('The programme’s root page. The status page is its subpage `/Status`.'),
		),
		contact: v.pipe(
			v.strictObject({
				account: v.pipe(
					userName,
					v.description('The account to which the wiki mails the preferred addresses of applicants.'),
				),
				address: v.pipe(address, v.description('The email address that people are told for questions.')),
			}),
			v.description('Who answers questions and receives addresses.'),
			v.metadata({
				expected: 'an account and an email address',
				examples: [{ account: 'WikiLearn team', address: 'team@example.org' }],
			}),
		),
		privacy: v.pipe(httpsOrTitle, v.description('The privacy statement.')),
		bot: v.pipe(
			v.strictObject({
				name: v.pipe(userName, v.description('Its name.')),
				id: v.pipe(identifier, v.description('Its user id. `deploy` fills it in.')),
			}),
			v.description('The bot’s account.'),
			v.metadata({
				expected: 'an account’s name and user id',
				examples: [{ name: 'WikiLearnBot', id: 4321 }],
			}),
		),
		reviewers: v.pipe(
			list(person, 1, 200),
			v.description(
				'The accounts whose decisions and releases count. The user id counts, the name is for readers.',
			),
		),
		team: v.optional(
			v.pipe(
				list(person, 0, 200),
				v.description(
					'The accounts that may write to applicants and remind them. Left out: the reviewers alone.',
				),
			),
		),
		log: v.pipe(
			v.strictObject({
				page: v.pipe(title, v.description('Its title. By convention the subpage `/Log` of the root page.')),
				id: v.pipe(
					identifier,
					v.description('Its page id, which stays when it is moved. `deploy` fills it in.'),
				),
			}),
			v.description('The log: every decision and release is an edit of it.'),
			v.metadata({
				expected: 'a page’s title and id',
				examples: [{ page: 'WikiLearn/Log', id: 98765 }],
			}),
		),
		offers: v.optional(
			v.pipe(
				v.strictObject({
					confirmDays: v.pipe(whole(1, 60, 7), v.description('Days in which a seat must be confirmed.')),
					reminderDays: v.pipe(
						whole(1, 59, 2),
						v.description('Days before the end of these at which one reminder is sent.'),
					),
				}),
				v.description(
					'Accepted applicants are asked to confirm their seat, or it lapses. Left out: who is accepted has a seat.',
				),
				v.metadata({
					expected: 'the days to confirm, and the days before their end for a reminder',
					examples: [{ confirmDays: 7, reminderDays: 2 }],
				}),
			),
		),
		notices: v.optional(
			v.pipe(
				list(
					v.pipe(
						v.picklist(noticeChoices),
						v.metadata({ expected: 'a kind of notice', examples: ['receipt'] }),
					),
					0,
					4,
					['receipt', 'offer'],
				),
				v.description(
					'What the bot writes to applicants on their talk pages besides decisions: a `receipt`, that answers are missing (`incomplete`), about the `offer` (a reminder, and that it expired), a reminder before the `start`. Left out: all of these.',
				),
			),
		),
		optOut: v.optional(
			v.pipe(
				title,
				v.description(
					'A category: whose talk page is in it gets no notices. Left out: `Category:Opted-out of message delivery`.',
				),
			),
		),
		courses: v.pipe(list(course, 1, 50), v.description('The courses.')),
	}),
	v.metadata({ expected: 'a programme in curly brackets', examples: [{ name: 'WikiLearn', courses: [] }] }),
);
export type Programme = v.InferOutput<typeof programme>;
