import type { Application } from '../../shared/application/application.ts';
import { findContactDetails } from '../../shared/rules/contactDetails.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import { applicationTitle, isOpen } from '../course/readSituation.ts';
import { readerLanguage, say, text } from '../ui/msg.ts';
import { sayTime } from '../ui/formatDateTime.ts';
import type { Answers, Applying } from '../course/applying.ts';
import type { Sender } from './sender.ts';
import type { ReviewEvents } from './sender.ts';
import type { Reviewed } from './sender.ts';
import type { Refused } from '../ui/refused.ts';
import { createSaver, type SaveWords } from '../wiki/createSaver.ts';
import { mayEdit } from '../wiki/mayEdit.ts';
import { sayRefusal } from '../wiki/sayRefusal.ts';
import { createMailer } from './emailTeam.ts';
import { previewOf } from './previewOf.ts';
import { publicAnswers } from './publicAnswers.ts';
import { receipt } from './receipt.ts';
import { reviewView } from './review.ts';
import { createWiki } from '../wiki/mwWiki.ts';

export function createSender(applying: Applying): Sender {
	const { programme, course, account, own } = applying;
	// Not the form's: an error is known by its class, and each module has its own.
	const wiki = createWiki(account);
	const saver = createSaver(wiki, applying, answersNotSaved(programme.contact.address));
	const title = own?.title ?? applicationTitle(course, account);
	const mail = createMailer(wiki, applying, title);
	const before: Application['email'] = own?.application.email ?? 'not sent';

	const application = (answers: Answers, email: Application['email']): Application => ({
		course: course.id,
		answers: publicAnswers(course, answers),
		email,
		language: readerLanguage(),
	});

	async function send(answers: Answers, events: ReviewEvents): Promise<Refused | null> {
		const { now, refusal } = await mayEdit(wiki, title, account);
		if (refusal) return { kind: 'refused', words: sayRefusal(refusal, programme.contact.address) };
		if (!isOpen(course, now)) return { kind: 'refused', words: sayClosed(applying) };
		const address = addressIn(applying, answers);
		const result = address === null ? null : await mail(address);
		const email = result?.kind === 'sent' ? 'sent' : address === null ? before : 'not sent';
		const summary = own ? 'wikilearn-form-edit-summary-change' : 'wikilearn-form-edit-summary';
		const saved = await saver.save(application(answers, email), say(summary, text(course.title)));
		if (saved.kind === 'refused') return saved;
		const emailed = address === null || result === null ? null : { result, address };
		events.saved(receipt(applying, { title: saved.title, revid: saved.revid, now, email: emailed }));
		return null;
	}

	async function review(answers: Answers, events: ReviewEvents): Promise<Reviewed> {
		const address = addressIn(applying, answers);
		const shown = application(answers, address === null ? before : 'sent');
		const preview = await previewOf(wiki, title, saver.text(shown));
		const element = reviewView({
			preview,
			address,
			back: events.back,
			send: () => orRefused(applying, () => send(answers, events)),
		});
		return { kind: 'ready', element };
	}

	return {
		holdsContact: (answer) => findContactDetails(answer).length > 0,
		review: (answers, events) => orRefused(applying, () => review(answers, events)),
	};
}

/** Whatever happens becomes words, and the form stays. */
async function orRefused<T>({ programme }: Applying, work: () => Promise<T>): Promise<T | Refused> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof WikiError)) {
			mw.log.warn('wikilearn', error);
			return { kind: 'refused', words: say('wikilearn-form-refused', String(error)) };
		}
		const lost = /^lost|^http|^not-json|^internal/.test(error.code);
		const words = lost ? say('wikilearn-form-lost') : sayRefusal(error, programme.contact.address);
		return { kind: 'refused', words };
	}
}

function answersNotSaved(address: string): SaveWords {
	return {
		lost: say('wikilearn-form-lost'),
		changed: say('wikilearn-form-changed'),
		deleted: say('wikilearn-form-deleted'),
		exists: say('wikilearn-form-exists'),
		existsOther: say('wikilearn-form-exists-other'),
		refused: (refused) => sayRefusal(refused, address),
	};
}

function sayClosed({ course, programme }: Applying): string {
	return say('wikilearn-form-closed-meanwhile', sayTime(course.closes), programme.contact.address);
}

function addressIn({ course }: Applying, answers: Answers): string | null {
	const question = course.questions.find(({ type }) => type === 'private-email');
	return question ? (answers[question.id] ?? null) : null;
}
