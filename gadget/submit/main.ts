import type { Application } from '../../shared/application/application.ts';
import { findContactDetails } from '../../shared/rules/contactDetails.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import { applicationTitle, isOpen } from '../course/readSituation.ts';
import { readerLanguage, msg, localizeText } from '../ui/msg.ts';
import { formatDateTime } from '../ui/intl.ts';
import type { Answers, ApplicationContext } from '../course/applicationContext.ts';
import {
	type Submitter,
	type PreviewEvents,
	type PreviewResult,
	renderPreview,
	previewView,
} from './preview.ts';
import type { Refusal } from '../ui/notice.ts';
import { createSaver, type SaveMessages } from '../wiki/createSaver.ts';
import { checkEditPermission } from '../wiki/checkEditPermission.ts';
import { describeRefusal } from '../wiki/describeRefusal.ts';
import { createMailer } from './emailTeam.ts';
import { selectPublicAnswers } from './selectPublicAnswers.ts';
import { receipt } from './receipt.ts';
import { createWiki } from '../wiki/mwWiki.ts';

export function createSubmitter(context: ApplicationContext): Submitter {
	const { programme, course, account, myApplication } = context;
	// Not the form's instance: `instanceof WikiError` works only within one module.
	const wiki = createWiki(account);
	const saver = createSaver(wiki, context, formSaveMessages(programme.contact.address));
	const title = myApplication?.title ?? applicationTitle(course, account);
	const mailAddress = createMailer(wiki, context, title);
	const emailBefore: Application['email'] = myApplication?.application.email ?? 'not sent';

	const buildApplication = (answers: Answers, email: Application['email']): Application => ({
		course: course.id,
		answers: selectPublicAnswers(course, answers),
		email,
		language: readerLanguage(),
	});

	async function submit(answers: Answers, events: PreviewEvents): Promise<Refusal | null> {
		const { now, refusal } = await checkEditPermission(wiki, title, account);
		if (refusal) return { kind: 'refused', message: describeRefusal(refusal, programme.contact.address) };
		if (!isOpen(course, now)) return { kind: 'refused', message: describeClosing(context) };
		const address = findAddress(context, answers);
		const result = address === null ? null : await mailAddress(address);
		const email = result?.kind === 'sent' ? 'sent' : address === null ? emailBefore : 'not sent';
		const summary = myApplication ? 'wikilearn-form-edit-summary-change' : 'wikilearn-form-edit-summary';
		const saved = await saver.save(
			buildApplication(answers, email),
			msg(summary, localizeText(course.title)),
		);
		if (saved.kind === 'refused') return saved;
		const emailed = address === null || result === null ? null : { result, address };
		events.onSaved(receipt(context, { title: saved.title, revid: saved.revid, now, email: emailed }));
		return null;
	}

	async function preparePreview(answers: Answers, events: PreviewEvents): Promise<PreviewResult> {
		const address = findAddress(context, answers);
		const previewed = buildApplication(answers, address === null ? emailBefore : 'sent');
		const previewElement = await renderPreview(wiki, title, saver.pageText(previewed));
		const element = previewView({
			page: previewElement,
			address,
			onBack: events.onBack,
			send: () => catchRefusal(context, () => submit(answers, events)),
		});
		return { kind: 'ready', element };
	}

	return {
		containsContactDetails: (answer) => findContactDetails(answer).length > 0,
		preview: (answers, events) => catchRefusal(context, () => preparePreview(answers, events)),
	};
}

/** Turns any failure into a message, so that the form stays open. */
async function catchRefusal<T>(
	{ programme }: ApplicationContext,
	work: () => Promise<T>,
): Promise<T | Refusal> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof WikiError)) {
			mw.log.warn('wikilearn', error);
			return { kind: 'refused', message: msg('wikilearn-form-refused', String(error)) };
		}
		const isLost = /^lost|^http|^not-json|^internal/.test(error.code);
		const words = isLost ? msg('wikilearn-form-lost') : describeRefusal(error, programme.contact.address);
		return { kind: 'refused', message: words };
	}
}

function formSaveMessages(contactAddress: string): SaveMessages {
	return {
		lost: msg('wikilearn-form-lost'),
		changed: msg('wikilearn-form-changed'),
		deleted: msg('wikilearn-form-deleted'),
		exists: msg('wikilearn-form-exists'),
		existsOther: msg('wikilearn-form-exists-other'),
		refused: (refused) => describeRefusal(refused, contactAddress),
	};
}

function describeClosing({ course, programme }: ApplicationContext): string {
	return msg('wikilearn-form-closed-meanwhile', formatDateTime(course.closes), programme.contact.address);
}

function findAddress({ course }: ApplicationContext, answers: Answers): string | null {
	const question = course.questions.find(({ type }) => type === 'private-email');
	return question ? (answers[question.id] ?? null) : null;
}
