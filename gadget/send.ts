import type { Wiki } from '../shared/wiki.ts';
import { findContactDetails } from '../shared/rules/contactDetails.ts';
import type { Answers, Applying, Sender } from './form/sender.ts';
import { createWiki } from './wiki.ts';
import { emailTeam, type Emailed } from './send/emailTeam.ts';
import { receipt } from './send/receipt.ts';
import { sayRefusal } from './send/sayRefusal.ts';
import { sendApplication } from './send/sendApplication.ts';

export function createSender(applying: Applying): Sender {
	// Not the form's: an error is known by its class, and each module has its own.
	const wiki = createWiki(applying.account);
	const mail = mailOnce(wiki, applying);
	return {
		holdsContact: (answer) => findContactDetails(answer).length > 0,
		async send(answers) {
			const { address, open } = splitEmail(applying, answers);
			const result = address === null ? null : await mail(address);
			const saved = await sendApplication(wiki, applying, {
				course: applying.course.id,
				answers: open,
				email: result?.kind ?? 'not sent',
				withdrawn: false,
			});
			if (saved.kind !== 'saved') return { kind: 'refused', words: sayRefusal(saved) };
			const email = address === null || result === null ? null : { result, address };
			return { kind: 'saved', receipt: receipt(applying, { title: saved.title, revid: saved.revid, email }) };
		},
	};
}

/** Mails an address to the team. One that it has already is not mailed again when the rest is sent again. */
function mailOnce(wiki: Wiki, applying: Applying): (address: string) => Promise<Emailed> {
	const mailed = new Map<string, Emailed>();
	return async (address) => {
		const result = mailed.get(address) ?? (await emailTeam(wiki, applying, address));
		if (result.kind === 'sent') mailed.set(address, result);
		return result;
	};
}

/** The address never goes on the page; `open` is what does. */
function splitEmail(
	{ course }: Applying,
	answers: Answers,
): { readonly address: string | null; readonly open: Answers } {
	const question = course.questions.find(({ type }) => type === 'private-email');
	const open: Record<string, string> = {};
	for (const id of Object.keys(answers)) {
		const answer = answers[id];
		if (answer !== undefined && id !== question?.id) open[id] = answer;
	}
	return { address: question ? (answers[question.id] ?? null) : null, open };
}
