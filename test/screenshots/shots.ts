import type { Shot } from './shot.ts';

/** Who applies while the pictures are taken. */
export const APPLICANT = 'Ama Mensah';

const REVIEWER = 'ReviewerTwo';
const FORM = '.wikilearn-application';

/** Every picture that a document shows. */
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
		file: 'gadget/screenshots/review.webp',
		place: 'review',
		account: REVIEWER,
		view: 'wide',
		ready: '.wikilearn-figures',
		of: '.wikilearn-review-page',
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
];
