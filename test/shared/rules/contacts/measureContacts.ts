import { findContactDetails } from '../../../../shared/rules/contactDetails.ts';
import innocent from './innocent.json' with { type: 'json' };
import spellings from './spellings.json' with { type: 'json' };

export interface MeasuredContacts {
	readonly spellings: number;
	readonly missed: readonly { readonly text: string; readonly kind: string; readonly why: string }[];
	/** Percentage of the spellings. */
	readonly found: number;
	readonly answers: number;
	readonly falseAlarms: readonly {
		readonly text: string;
		readonly language: string;
		readonly found: string;
	}[];
	/** Percentage of the innocent answers. */
	readonly alarmed: number;
}

/**
 * Runs the finder on answers with contact details and on innocent ones. Of these, some were written to provoke false
 * alarms, the others are a sample of MediaWiki's interface messages (GPL-2.0-or-later) in the gadget's languages.
 */
export function measureContacts(): MeasuredContacts {
	const missed = spellings.filter(({ text }) => findContactDetails(text).length === 0);
	const answers = [innocent.written, innocent.messages].flatMap((set) =>
		Object.entries(set).flatMap(([language, texts]) => texts.map((text) => ({ language, text }))),
	);
	const falseAlarms = answers
		.map((answer) => ({
			...answer,
			found: findContactDetails(answer.text)
				.map(({ text }) => text)
				.join(', '),
		}))
		.filter(({ found }) => found !== '');
	return {
		spellings: spellings.length,
		missed,
		found: 100 - (100 * missed.length) / spellings.length,
		answers: answers.length,
		falseAlarms,
		alarmed: (100 * falseAlarms.length) / answers.length,
	};
}
