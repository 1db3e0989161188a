import type { Application } from '../../../shared/application/application.ts';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import { type Wiki, WikiError } from '../../../shared/wiki/wiki.ts';
import { savePage, type SaveResult } from '../../../shared/wiki/savePage.ts';

/** How often a user selects “Send” before giving up. */
const MAX_TRIES = 5;

export function createApplication(name: string, course: Course): Application {
	const answers = { motivation: `I am ${name}, and I want to | learn {{this}}.`, use: 'Every day' };
	return { course: course.id, answers, email: 'sent', nonce: 'volunteered' };
}

/** Sends an application like the form: creates the page once, and sends again after a lost response. */
export async function applyPatiently(wiki: Wiki, name: string, course: Course): Promise<SaveResult['kind']> {
	for (let tries = 1; ; tries++) {
		const saved = await send(wiki, name, course);
		if (saved === 'saved' || tries === MAX_TRIES) return saved;
	}
}

async function send(wiki: Wiki, name: string, course: Course): Promise<SaveResult['kind']> {
	try {
		const saved = await savePage(wiki, {
			title: `${course.page}/Applications/${name}`,
			text: writeApplication(createApplication(name, course)),
			summary: 'I apply',
			baseRevision: 'new',
			extraParams: { watchlist: 'watch' },
		});
		return saved.kind;
	} catch (error) {
		if (error instanceof WikiError) return 'lost';
		throw error;
	}
}
