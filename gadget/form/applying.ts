import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { emailTeam, type Emailed } from './emailTeam.ts';
import { fill, h } from './h.ts';
import { showNotice } from './notice.ts';
import { questionForm, type Answers } from './questionForm.ts';
import { receipt, type Sent } from './receipt.ts';
import { sayRefusal } from './sayRefusal.ts';
import { sendApplication } from './sendApplication.ts';

/** Who applies for what, where. */
export interface Applying {
	readonly wiki: Wiki;
	readonly programme: Programme;
	readonly course: Course;
	readonly account: string;
}

/** The form, from its questions to the receipt that takes their place. */
export function applying(context: Applying): HTMLElement {
	const place = h('div');
	const mail = mailOnce(context);
	const form = questionForm(context.programme, context.course, (answers) => {
		form.setBusy(true);
		void send(answers).then(() => {
			form.setBusy(false);
		});
	});
	fill(place, form.element);
	return place;

	async function send(answers: Answers): Promise<void> {
		const { address, open } = splitEmail(context.course, answers);
		const result = address === null ? null : await mail(address);
		const application = {
			course: context.course.id,
			answers: open,
			email: result?.kind ?? 'not sent',
			withdrawn: false,
		};
		const saved = await sendApplication(context, application);
		if (saved.kind !== 'saved') {
			showNotice(form.messages, 'error', sayRefusal(saved));
			return;
		}
		const email = address === null || result === null ? null : { result, address };
		showReceipt(place, context, { account: context.account, title: saved.title, revid: saved.revid, email });
	}
}

/** Mails an address to the team. One that it has already is not mailed again when the rest is sent again. */
function mailOnce(context: Applying): (address: string) => Promise<Emailed> {
	const mailed = new Map<string, Emailed>();
	return async (address) => {
		const result = mailed.get(address) ?? (await emailTeam(context, address));
		if (result.kind === 'sent') mailed.set(address, result);
		return result;
	};
}

function showReceipt(place: HTMLElement, { programme, course }: Applying, sent: Sent): void {
	const shown = receipt(programme, course, sent);
	shown.tabIndex = -1;
	fill(place, shown);
	shown.focus();
}

/** The address never goes on the page; `open` is what does. */
function splitEmail(
	course: Course,
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
