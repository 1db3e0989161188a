/** One thing that a new programme needs to know. */
export interface InitQuestion {
	/** The option of the command that answers it. */
	readonly option: string;
	readonly asks: string;
	/** Where the answer goes in the programme page, as problems name it. */
	readonly path: string;
	/** What the text becomes, if not text. */
	readonly as?: 'number' | 'names' | 'from-midnight' | 'to-end-of-day' | 'noon';
	/** What is taken for an empty answer, from the answers so far; none: it must be answered. */
	readonly otherwise?: (answers: Answers, today: string) => string;
}
export type Answers = Readonly<Record<string, string>>;

const day = 86_400_000;
const later = (date: string, days: number): string =>
	new Date(Date.parse(date.slice(0, 10)) + days * day).toISOString().slice(0, 10);

/** In the order in which they are asked. */
export const INIT_QUESTIONS: readonly InitQuestion[] = [
	{ option: 'name', asks: 'What is the programme called?', path: 'name' },
	{
		option: 'root',
		asks: 'Which page of the wiki is its root? The status page goes below it',
		path: 'root',
		otherwise: ({ name = '' }) => name,
	},
	{
		option: 'language',
		asks: 'In which language does the bot write?',
		path: 'language',
		otherwise: () => 'en',
	},
	{ option: 'bot', asks: 'What is the bot’s account called?', path: 'bot.name' },
	{ option: 'reviewers', asks: 'Who decides? Accounts, with commas between', path: 'reviewers', as: 'names' },
	{
		option: 'team',
		asks: 'Which account receives applicants’ addresses by mail?',
		path: 'contact.account',
	},
	{
		option: 'address',
		asks: 'Which email address answers questions (it is public)?',
		path: 'contact.address',
	},
	{
		option: 'privacy',
		asks: 'Where is the privacy statement? An https address or a page',
		path: 'privacy',
		otherwise: () => 'https://foundation.wikimedia.org/wiki/Privacy_policy',
	},
	{
		option: 'title',
		asks: 'What is the first course (or scholarship, or grant) called?',
		path: 'courses[0].title',
	},
	{
		option: 'id',
		asks: 'Its short name in applications: small letters, digits, hyphens',
		path: 'courses[0].id',
		otherwise: ({ title = '' }) => shortName(title),
	},
	{
		option: 'page',
		asks: 'Its page, where the form appears',
		path: 'courses[0].page',
		otherwise: ({ root = '', title = '' }) => `${root}/${title}`,
	},
	{ option: 'audience', asks: 'Whom is it for?', path: 'courses[0].audience' },
	{
		option: 'seats',
		asks: 'How many seats are there?',
		path: 'courses[0].seats',
		as: 'number',
		otherwise: () => '40',
	},
	{
		option: 'opens',
		asks: 'From which day on can people apply? year-month-day',
		path: 'courses[0].opens',
		as: 'from-midnight',
		otherwise: (_, today) => later(today, 7),
	},
	{
		option: 'closes',
		asks: 'Which is the last day (anywhere on Earth)?',
		path: 'courses[0].closes',
		as: 'to-end-of-day',
		otherwise: ({ opens = '' }) => later(opens, 30),
	},
	{
		option: 'notify',
		asks: 'On which day are applicants told?',
		path: 'courses[0].notify',
		as: 'noon',
		otherwise: ({ closes = '' }) => later(closes, 14),
	},
	{
		option: 'starts',
		asks: 'On which day does it start?',
		path: 'courses[0].starts',
		as: 'from-midnight',
		otherwise: ({ notify = '' }) => later(notify, 14),
	},
];

/** `Conflict mediation` becomes `conflict-mediation`. */
function shortName(title: string): string {
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
