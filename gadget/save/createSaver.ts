import type { Application } from '../../shared/application/application.ts';
import type { Wiki } from '../../shared/wiki.ts';
import type { Applying, Refused } from '../form/sender.ts';
import { createPageSaver, type Done } from './createPageSaver.ts';
import type { SaveWords } from './saveWords.ts';
import { findApplication, textOn } from './textOn.ts';

export interface Saver {
	/** The whole page as it would be saved now. */
	text(application: Application): string;
	/** Saves it. Sending again after any failure is safe. */
	save(application: Application, summary: string): Promise<Done | Refused>;
}

/** Saves one's application: the answers, that an address was handed over, that it is withdrawn. */
export function createSaver(wiki: Wiki, applying: Applying, words: SaveWords): Saver {
	const { course } = applying;
	const asked = course.questions.map(({ id }) => id);
	const page = createPageSaver(wiki, applying, words);
	const isSame = (before: string, now: string): boolean => {
		const [one, other] = [before, now].map((text) => findApplication(text, course.id)?.application);
		return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
	};
	return {
		text: (application) => textOn(page.base(), application, asked),
		save: (application, summary) =>
			page.save({ write: (base) => textOn(base, application, asked), isSame, summary }),
	};
}
