import type { Application } from '../../../shared/application/application.ts';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { WikiError } from '../../../shared/wiki/wiki.ts';
import { savePage, type Saved } from '../../../shared/wiki/savePage.ts';

/** How often somebody presses “Send” before they give up. */
const PATIENCE = 5;

export function applicationOf(name: string, course: Course): Application {
	const answers = { motivation: `I am ${name}, and I want to | learn {{this}}.`, use: 'Every day' };
	return { course: course.id, answers, email: 'sent', save: 'volunteered' };
}

/** Sends an application as the form does: the page is made once, and a lost answer is met by sending again. */
export async function volunteer(wiki: Wiki, name: string, course: Course): Promise<Saved['kind']> {
	for (let pressed = 1; ; pressed++) {
		const saved = await send(wiki, name, course);
		if (saved === 'saved' || pressed === PATIENCE) return saved;
	}
}

async function send(wiki: Wiki, name: string, course: Course): Promise<Saved['kind']> {
	try {
		const saved = await savePage(wiki, {
			title: `${course.page}/Applications/${name}`,
			text: writeApplication(applicationOf(name, course)),
			summary: 'I apply',
			base: 'new',
			extra: { watchlist: 'watch' },
		});
		return saved.kind;
	} catch (error) {
		if (error instanceof WikiError) return 'lost';
		throw error;
	}
}
