import type { OutcomeOrRecusal } from '../../../shared/actions/mark.ts';
import type { Question } from '../../../shared/programme/schema.ts';
import type { AccountFacts } from '../../../shared/wiki/accountFacts.ts';
import { canBeDecided } from '../../../shared/rules/state.ts';
import { WikiError } from '../../../shared/wiki/wiki.ts';
import { plainButton } from '../../ui/buttons.ts';
import { fill, h } from '../../ui/h.ts';
import { notice, type Refusal } from '../../ui/notice.ts';
import { msg, localizeText } from '../../ui/msg.ts';
import { readAccountFacts } from '../../requirements/readAccountFacts.ts';
import { catchWikiError } from '../../wiki/mwWiki.ts';
import { detailsView } from './detailsView.ts';
import { decisionForm } from '../decisions/decisionForm.ts';
import { createDraftDecision, type DraftDecisionStore } from '../decisions/draftDecisions.ts';
import type { CourseSnapshot, ReviewContext } from '../course/reviewContext.ts';
import { type ReviewItem, formatApplicantName } from '../course/reviewItem.ts';
import type { DecisionInput } from '../decisions/decisionInput.ts';
import { checkDrafts } from '../decisions/checkDrafts.ts';
import { publishDrafts } from '../decisions/publishDrafts.ts';

export interface ApplicationView {
	readonly key: string;
	readonly element: HTMLElement;
	readonly heading: HTMLElement;
	/** Selects an outcome; ignored if the reader made the application or recused themselves. */
	readonly choose: (choice: OutcomeOrRecusal) => void;
	/** Updates the view with current data. */
	readonly update: (item: ReviewItem, snapshot: CourseSnapshot) => void;
}

interface ApplicationViewEvents {
	readonly onBack: () => void;
	readonly onNext: () => void;
	/** Called after the decision was saved on the wiki, or kept as a draft. */
	readonly onDone: (result: 'published' | 'drafted') => void;
	/** Reloads everything after a decision was taken back or has changed. @throws WikiError */
	readonly reload: () => Promise<void>;
}

/**
 * Shows one application instead of the list: its answers, evidence, flags, earlier decisions, seats, the decision form
 * and the navigation.
 */
export function applicationView(
	context: ReviewContext,
	firstItem: ReviewItem,
	firstSnapshot: CourseSnapshot,
	draftStore: DraftDecisionStore,
	events: ApplicationViewEvents,
): ApplicationView {
	const { key } = firstItem;
	let item = firstItem;
	let snapshot = firstSnapshot;
	let facts: AccountFacts | null = null;
	const details = h('div');
	const showDetails = (): void => {
		const itemDetails = { item, snapshot, facts, drafts: draftStore.inputsByKey() };
		fill(details, ...detailsView(context, itemDetails, () => void events.reload()));
	};
	const form = decisionForm(draftStore.inputsByKey().get(key) ?? null, {
		async publish(input) {
			const refusal = await publishNow(context, item, input, events);
			if (refusal) return refusal;
			draftStore.remove(key);
			events.onDone('published');
			return null;
		},
		saveDraft(input) {
			draftStore.add(item, input);
			events.onDone('drafted');
		},
	});
	const obstacle = describeObstacle(item, snapshot, context);
	const heading = h('h3', { tabindex: -1 }, msg('wikilearn-review-of', formatApplicantName(firstItem)));
	const { title } = firstItem.application;
	const page = h('p', {}, h('a', { href: mw.util.getUrl(title) }, title));
	const answers = h('div', {}, answersView(firstItem));
	const panel = h('div', {}, details, obstacle === null ? form.element : notice('notice', obstacle));
	const next = plainButton('wikilearn-review-next', events.onNext);
	const back = plainButton('wikilearn-review-back', events.onBack);
	const actions = h('p', { class: 'wikilearn-actions' }, next, ' ', back);
	showDetails();
	void readItemFacts(context, item).then((found) => {
		facts = found;
		showDetails();
	});
	return {
		key,
		element: h('section', { class: 'wikilearn-open-application' }, heading, page, answers, panel, actions),
		heading,
		choose(choice) {
			if (obstacle === null) form.choose(choice);
		},
		update(newItem, newSnapshot) {
			item = newItem;
			snapshot = newSnapshot;
			fill(answers, answersView(newItem));
			showDetails();
		},
	};
}

/** Saves a decision on the wiki. Null: done. */
async function publishNow(
	context: ReviewContext,
	item: ReviewItem,
	input: DecisionInput,
	{ reload }: ApplicationViewEvents,
): Promise<Refusal | null> {
	const checkAndPublish = async (): Promise<string | null> => {
		const { checked } = await checkDrafts(context, [createDraftDecision(item, input)], 'selected');
		const { stopped } = await publishDrafts(context, checked, () => undefined);
		if (!stopped) return null;
		if (!checked.every(({ ok }) => ok)) await reload();
		return msg('wikilearn-review-not-saved', stopped.reason);
	};
	const problem = await catchWikiError(checkAndPublish());
	if (problem === null) return null;
	return { kind: 'refused', message: problem instanceof WikiError ? msg('wikilearn-review-lost') : problem };
}

/** Why the reader cannot decide about this application, or null. */
function describeObstacle(
	{ application }: ReviewItem,
	{ permissions, logPage }: CourseSnapshot,
	{ userId }: ReviewContext,
): string | null {
	if (!permissions.canDecide) return msg('wikilearn-review-not-you');
	if (application.applicant?.id === userId) return msg('wikilearn-review-own');
	if (application.recusals.some(({ by }) => by.id === userId)) return msg('wikilearn-review-recused-you');
	if (!canBeDecided(application.state)) return msg('wikilearn-review-not-live');
	return logPage ? null : msg('wikilearn-review-log-missing');
}

async function readItemFacts(
	{ wiki }: ReviewContext,
	{ course, application }: ReviewItem,
): Promise<AccountFacts> {
	const unknown = { known: false, reason: '' } as const;
	const { applicant } = application;
	return applicant
		? readAccountFacts(wiki, course, applicant.name, applicant.id)
		: { local: unknown, global: unknown };
}

/** The applicant's own latest answers, without changes by others. */
function answersView({ course, application }: ReviewItem): HTMLElement {
	const { answers } = application.application;
	const rows = course.questions
		.filter(({ id }) => (answers[id] ?? '') !== '')
		.map((question) => {
			const answer = formatAnswer(question, answers[question.id] ?? '');
			const value = h('dd', { class: 'wikilearn-answer', dir: 'auto' }, answer);
			return h('div', {}, h('dt', {}, localizeText(question.label)), value);
		});
	return h('dl', { class: 'wikilearn-answers' }, ...rows);
}

function formatAnswer(question: Question, answer: string): string {
	if (question.type === 'commitment') return answer === 'yes' ? '✓' : answer;
	if (!('options' in question)) return answer;
	const label = (id: string): string => {
		const option = question.options.find((candidate) => candidate.id === id);
		return option ? localizeText(option.label) : id;
	};
	return answer
		.split(',')
		.map((id) => label(id.trim()))
		.join(', ');
}
