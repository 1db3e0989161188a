import { assessApplication } from '../../../shared/rules/assessApplication.ts';
import type { AccountFacts } from '../../../shared/wiki/accountFacts.ts';
import { canBeDecided } from '../../../shared/rules/state.ts';
import { h } from '../../ui/h.ts';
import { notice } from '../../ui/notice.ts';
import { joinNonEmpty, msg, localizeText, type MessageKey } from '../../ui/msg.ts';
import { formatDateTime } from '../../ui/intl.ts';
import { requirementList } from '../../requirements/requirementList.ts';
import { findFlags, type Flag } from './findFlags.ts';
import { takeBackButton } from '../course/logControls.ts';
import type { CourseSnapshot, ReviewContext } from '../course/reviewContext.ts';
import type { ReviewItem } from '../course/reviewItem.ts';
import { formatWaitlistPlace, formatSeats } from '../decisions/seats.ts';
import type { DecisionInput } from '../decisions/decisionInput.ts';

/** An application with the facts loaded so far. */
interface ItemDetails {
	readonly item: ReviewItem;
	readonly snapshot: CourseSnapshot;
	/** About the account; null while loading. */
	readonly facts: AccountFacts | null;
	readonly drafts: ReadonlyMap<string, DecisionInput>;
}

/** The details for a decision. @param onChanged called after a decision was taken back */
export function detailsView(
	context: ReviewContext,
	{ item, snapshot, facts, drafts }: ItemDetails,
	onChanged: () => void,
): readonly HTMLElement[] {
	const { application, course } = item;
	const name = application.added.user?.name ?? msg('wikilearn-status-hidden');
	const flags = findFlags(item, facts, snapshot.items, snapshot.now);
	return [
		h(
			'dl',
			{},
			detailRow('wikilearn-status-applicant', applicantLinks(name)),
			detailRow('wikilearn-review-course', localizeText(course.title)),
			detailRow('wikilearn-status-applied', formatDateTime(application.submittedAt)),
			detailRow('wikilearn-status-state', describeState(item, snapshot)),
			detailRow('wikilearn-status-eligibility', requirementsView(item, facts, snapshot.now)),
			detailRow('wikilearn-review-decisions', decisionsView(context, item, snapshot, onChanged)),
			detailRow(
				'wikilearn-review-seats',
				h('span', { class: 'wikilearn-seats' }, formatSeats(snapshot, drafts)),
			),
		),
		...(flags.length ? [flagList(flags)] : []),
	];
}

/** The state once every decision is announced, which only reviewers see before. */
function describeState(item: ReviewItem, snapshot: CourseSnapshot): string {
	const { decidedState, pending, state } = item.application;
	const announcement = pending && canBeDecided(state) ? msg('wikilearn-review-not-announced') : '';
	return joinNonEmpty(
		[msg(`wikilearn-state-${decidedState}` as MessageKey), formatWaitlistPlace(item, snapshot), announcement],
		', ',
	);
}

function flagList(flags: readonly Flag[]): HTMLElement {
	const items = flags.map(({ text, link }) =>
		h('li', {}, text, ' ', link === undefined ? null : h('a', { href: link }, msg('wikilearn-review-look'))),
	);
	return notice('warning', h('ul', { class: 'wikilearn-flags' }, ...items));
}

function detailRow(name: MessageKey, value: HTMLElement | string): HTMLElement {
	return h('div', {}, h('dt', {}, msg(name)), h('dd', {}, value));
}

function applicantLinks(name: string): HTMLElement {
	const link = (page: string, label: string): HTMLElement => h('a', { href: mw.util.getUrl(page) }, label);
	return h(
		'span',
		{},
		h('bdi', {}, link(`User:${name}`, name)),
		' · ',
		link(`User talk:${name}`, msg('wikilearn-review-talk')),
		' · ',
		link(`Special:Contributions/${name}`, msg('wikilearn-review-contributions')),
		' · ',
		link(`Special:CentralAuth/${name}`, msg('wikilearn-review-global')),
	);
}

function requirementsView(
	{ application, course }: ReviewItem,
	facts: AccountFacts | null,
	now: string,
): HTMLElement | string {
	if (!facts) return msg('wikilearn-form-checking');
	const eligibility = assessApplication(application.application, facts, course, now, application.submittedAt);
	return requirementList(course, eligibility, application.added.user?.name ?? '');
}

/**
 * The decisions about an application, oldest first. Reviewers can take back the newest decision and their own recusal.
 */
function decisionsView(
	context: ReviewContext,
	{ application }: ReviewItem,
	snapshot: CourseSnapshot,
	onChanged: () => void,
): HTMLElement | string {
	const canTakeBack = snapshot.permissions.canDecide && application.applicant?.id !== context.userId;
	const newest = application.decisions[application.decisions.length - 1];
	const entries = [
		...application.decisions.map((decision) => ({
			...decision,
			verdict: decision.outcome,
			canBeTakenBack: decision === newest,
		})),
		...application.recusals.map((recusal) => ({
			...recusal,
			verdict: 'recused' as const,
			place: null,
			note: '',
			canBeTakenBack: recusal.by.id === context.userId,
		})),
	].sort((a, b) => a.revid - b.revid);
	if (entries.length === 0) return msg('wikilearn-review-decisions-none');
	const items = entries.map(({ revid, verdict, by, at, place, note, canBeTakenBack }) => {
		const target = { of: revid, applicant: application.applicant };
		const takeBack =
			canTakeBack && canBeTakenBack ? takeBackButton(context, snapshot, target, onChanged) : null;
		const extras = [place === null ? '' : msg('wikilearn-review-decided-place', place), note];
		return h(
			'li',
			{},
			h('b', {}, msg(`wikilearn-review-decided-${verdict}`)),
			` ${msg('wikilearn-review-by', by.name, formatDateTime(at))} `,
			takeBack?.button,
			takeBack?.messages,
			...extras.filter((extra) => extra !== '').map((extra) => h('div', {}, h('bdi', {}, extra))),
		);
	});
	return h('ol', { class: 'wikilearn-decisions' }, ...items);
}
