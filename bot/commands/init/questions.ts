/** A question about a new programme. */
export interface InitQuestion {
	/** The command-line option with the answer. */
	readonly option: string;
	readonly text: string;
	/** The answer's path in the programme page, as in validation problems. */
	readonly path: string;
	/** How the text is converted; without it, it stays text. */
	readonly format?: 'number' | 'names' | 'from-midnight' | 'to-end-of-day' | 'noon';
	/** The default for an empty answer, computed from earlier answers; without it, an answer is required. */
	readonly defaultValue?: (values: InitValues, today: string) => string;
}
export type InitValues = Readonly<Record<string, string>>;

const DAY_MS = 86_400_000;
const addDays = (date: string, days: number): string =>
	new Date(Date.parse(date.slice(0, 10)) + days * DAY_MS).toISOString().slice(0, 10);

/** In the order of asking. */
export const INIT_QUESTIONS: readonly InitQuestion[] = [
	{ option: 'name', text: 'What is the programme called?', path: 'name' },
	{
		option: 'root',
		text: 'Which page of the wiki is its root? The status page goes below it',
		path: 'root',
		defaultValue: ({ name = '' }) => name,
	},
	{
		option: 'language',
		text: 'In which language does the bot write?',
		path: 'language',
		defaultValue: () => 'en',
	},
	{ option: 'bot', text: 'What is the bot’s account called?', path: 'bot.name' },
	{
		option: 'reviewers',
		text: 'Who decides? Accounts, with commas between',
		path: 'reviewers',
		format: 'names',
	},
	{
		option: 'team',
		text: 'Which account receives applicants’ addresses by mail?',
		path: 'contact.account',
	},
	{
		option: 'address',
		text: 'Which email address answers questions (it is public)?',
		path: 'contact.address',
	},
	{
		option: 'privacy',
		text: 'Where is the privacy statement? An https address or a page',
		path: 'privacy',
		defaultValue: () => 'https://foundation.wikimedia.org/wiki/Privacy_policy',
	},
	{
		option: 'title',
		text: 'What is the first course (or scholarship, or grant) called?',
		path: 'courses[0].title',
	},
	{
		option: 'id',
		text: 'Its short name in applications: small letters, digits, hyphens',
		path: 'courses[0].id',
		defaultValue: ({ title = '' }) => slugify(title),
	},
	{
		option: 'page',
		text: 'Its page, where the form appears',
		path: 'courses[0].page',
		defaultValue: ({ root = '', title = '' }) => `${root}/${title}`,
	},
	{ option: 'audience', text: 'Whom is it for?', path: 'courses[0].audience' },
	{
		option: 'seats',
		text: 'How many seats are there?',
		path: 'courses[0].seats',
		format: 'number',
		defaultValue: () => '40',
	},
	{
		option: 'opens',
		text: 'From which day on can people apply? year-month-day',
		path: 'courses[0].opens',
		format: 'from-midnight',
		defaultValue: (_, today) => addDays(today, 7),
	},
	{
		option: 'closes',
		text: 'Which is the last day (anywhere on Earth)?',
		path: 'courses[0].closes',
		format: 'to-end-of-day',
		defaultValue: ({ opens = '' }) => addDays(opens, 30),
	},
	{
		option: 'notify',
		text: 'On which day are applicants told?',
		path: 'courses[0].notify',
		format: 'noon',
		defaultValue: ({ closes = '' }) => addDays(closes, 14),
	},
	{
		option: 'starts',
		text: 'On which day does it start?',
		path: 'courses[0].starts',
		format: 'from-midnight',
		defaultValue: ({ notify = '' }) => addDays(notify, 14),
	},
];

/** `Conflict mediation` → `conflict-mediation` */
function slugify(title: string): string {
	const plain = title
		.normalize('NFD')
		.toLowerCase()
		.replace(/[\u0300-\u036f]/g, '');
	const name = plain
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+/, '')
		.slice(0, 40)
		.replace(/-$/, '');
	return name === '' ? 'course' : name;
}
