import type { Application } from '../../shared/application/application.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import { phaseOf } from '../../shared/rules/phase.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { courseCard } from './card.ts';
import { emailTeam, type Emailed } from './emailTeam.ts';
import { fill, h } from './h.ts';
import { loginLinks } from './loginLinks.ts';
import { notice, showNotice } from './notice.ts';
import { questionForm, type Answers } from './questionForm.ts';
import { readSituation, type Situation } from './readSituation.ts';
import { receipt, type Sent } from './receipt.ts';
import { say } from './say.ts';
import { sayRefusal } from './sayRefusal.ts';
import { sendApplication } from './sendApplication.ts';

/**
 * Shows a course's card and form in place of what the mount holds.
 * @throws WikiError before anything is replaced, where the wiki cannot be asked
 */
export async function showApplicationForm(mount: HTMLElement, wiki: Wiki, programme: Programme, course: Course): Promise<void> {
	const situation = await readSituation(wiki, course);
	const place = h('div');
	fill(mount, courseCard(course, situation), place);
	const { account, own } = situation;
	if (account === null) fill(place, isOpen(course, situation) ? loginLinks() : null);
	else if (own) fill(place, ownApplication(own.title, own.revision.revid));
	else if (isOpen(course, situation)) showQuestions(place, wiki, programme, course, account);
}

function isOpen(course: Course, { now }: Situation): boolean {
	const phase = phaseOf(course, now);
	return phase === 'open' || phase === 'closing-soon';
}

function ownApplication(title: string, revid: number): HTMLElement {
	const link = h('a', { href: mw.util.getUrl(title, { oldid: revid }) }, title);
	return notice('notice', say('wikilearn-form-applied'), ' ', link);
}

function showQuestions(place: HTMLElement, wiki: Wiki, programme: Programme, course: Course, account: string): void {
	// An address that the team has already is not mailed again when the rest is sent again.
	const emailed = new Map<string, Emailed>();
	const form = questionForm(programme, course, (answers) => void send(answers));
	fill(place, form.element);

	async function send(answers: Answers): Promise<void> {
		form.setBusy(true);
		const { address, open } = splitEmail(course, answers);
		const result = address === null ? null : (emailed.get(address) ?? (await emailTeam(wiki, programme, course, account, address)));
		if (address !== null && result?.kind === 'sent') emailed.set(address, result);
		const application: Application = {
			course: course.id,
			answers: open,
			email: result?.kind ?? 'not sent',
			withdrawn: false,
		};
		const saved = await sendApplication(wiki, course, account, application);
		form.setBusy(false);
		if (saved.kind !== 'saved') {
			showNotice(form.messages, 'error', sayRefusal(saved));
			return;
		}
		const email = address === null || result === null ? null : { result, address };
		showReceipt(place, programme, course, { account, title: saved.title, revid: saved.revid, email });
	}
}

function showReceipt(place: HTMLElement, programme: Programme, course: Course, sent: Sent): void {
	const shown = receipt(programme, course, sent);
	shown.tabIndex = -1;
	fill(place, shown);
	shown.focus();
}

/** The address never goes on the page; `open` is what does. */
function splitEmail(course: Course, answers: Answers): { readonly address: string | null; readonly open: Answers } {
	const question = course.questions.find(({ type }) => type === 'private-email');
	const open: Record<string, string> = {};
	for (const id of Object.keys(answers)) {
		const answer = answers[id];
		if (answer !== undefined && id !== question?.id) open[id] = answer;
	}
	return { address: question ? (answers[question.id] ?? null) : null, open };
}
