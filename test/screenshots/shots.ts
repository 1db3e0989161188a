import type { Shot } from './shot.ts';

/** Who applies while the pictures are taken. */
export const APPLICANT = 'Ama Mensah';

const REVIEWER = 'ReviewerTwo';
const FORM = '.wikilearn-application';

/** Every picture that a document shows, in the order in which they are taken: who has sent an application sees it after. */
export const shots: readonly Shot[] = [
	{
		file: 'gadget/screenshots/form.webp',
		place: 'course',
		account: APPLICANT,
		view: 'wide',
		actions: ['answer everything'],
		of: FORM,
		height: 960,
	},
	{
		file: 'gadget/screenshots/form-phone.webp',
		place: 'course',
		account: APPLICANT,
		view: 'phone',
		actions: ['answer everything'],
		of: '.wikilearn-field:has(.wikilearn-week)',
	},
	{
		file: 'gadget/screenshots/form-arabic.webp',
		place: 'course',
		account: APPLICANT,
		view: 'right to left',
		of: FORM,
		height: 900,
	},
	{
		file: 'gadget/screenshots/form-dark.webp',
		place: 'course',
		account: APPLICANT,
		view: 'dark',
		actions: ['check the answers'],
		of: '.wikilearn-form',
		height: 700,
	},
	{
		file: 'gadget/screenshots/preview.webp',
		place: 'course',
		account: APPLICANT,
		view: 'wide',
		actions: ['answer everything', 'check the answers'],
		of: '.wikilearn-review',
	},
	{
		file: 'gadget/screenshots/receipt.webp',
		place: 'course',
		account: APPLICANT,
		view: 'wide',
		actions: ['answer everything', 'check the answers', 'send the application'],
		of: '.wikilearn-receipt',
	},
	{
		file: 'gadget/screenshots/own.webp',
		place: 'course',
		account: 'Āmina Yūsuf',
		view: 'wide',
		of: '.wikilearn-own',
	},
	{
		file: 'gadget/screenshots/review.webp',
		place: 'review',
		account: REVIEWER,
		view: 'wide',
		ready: '.wikilearn-figures',
		of: '.wikilearn-reviewing',
		height: 800,
	},
	{
		file: 'gadget/screenshots/panel.webp',
		place: 'review',
		account: REVIEWER,
		view: 'wide',
		ready: '.wikilearn-queue',
		actions: ['open and accept'],
		of: '.wikilearn-opened',
		height: 800,
	},
	{
		file: 'bot/screenshots/status.webp',
		place: 'status',
		view: 'wide',
		of: '#content',
		height: 830,
	},
	{
		file: 'bot/screenshots/application.webp',
		place: 'application',
		view: 'wide',
		of: '#content',
		height: 930,
	},
	{
		file: 'bot/screenshots/report.webp',
		place: 'report',
		view: 'wide',
		of: '#content',
		height: 600,
	},
];
