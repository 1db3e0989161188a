import type { Translate } from '../i18n/formatMessage.ts';
import type { Evidence, Verdict } from './eligibility.ts';

/** Converts an ISO 8601 instant to UTC, which sorts as text. Skips MediaWiki's, which are in UTC already. */
export function toUtc(instant: string): string {
	return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(instant) ? instant : new Date(instant).toISOString();
}

export interface DescribedEvidence {
	/** Plain text. */
	readonly text: string;
	/** The URL of the log that proves it, if the wiki's server is known. */
	readonly link?: string;
}

type EvidenceOfKind<Kind extends Evidence['kind']> = Extract<Evidence, { readonly kind: Kind }>;

/**
 * Describes the evidence for a verdict, with the same words everywhere.
 *
 * @param applicant the user name; without it there is no link
 */
export function describeEvidence(
	evidence: Evidence,
	translate: Translate,
	applicant?: string,
): DescribedEvidence {
	const text = describeEvidenceText(evidence, translate);
	const link = applicant === undefined ? undefined : getEvidenceLink(evidence, applicant);
	return link === undefined ? { text } : { text, link };
}

/** A verdict as text. */
export function describeVerdict(verdict: Verdict, translate: Translate): string {
	return translate(verdict === 'not met' ? 'wikilearn-verdict-not-met' : `wikilearn-verdict-${verdict}`);
}

function describeEvidenceText(evidence: Evidence, translate: Translate): string {
	switch (evidence.kind) {
		case 'group':
			return describeGroup(evidence, translate);
		case 'expired-group':
			return translate(
				'wikilearn-evidence-group-expired',
				evidence.group,
				evidence.wiki,
				formatDay(evidence.expires),
			);
		case 'global-group':
			return translate('wikilearn-evidence-global-group', evidence.group);
		case 'no-group':
			return translate('wikilearn-evidence-no-group', evidence.wikisChecked);
		case 'edits':
			return describeEdits(evidence, translate);
		case 'age':
			return describeAge(evidence, translate);
		case 'block':
			return describeBlock(evidence, translate);
		case 'lock':
			return translate('wikilearn-evidence-lock');
		case 'not-blocked':
			return translate('wikilearn-evidence-not-blocked', evidence.wikisChecked);
		case 'answer':
			return evidence.given === null
				? translate('wikilearn-evidence-answer-none')
				: translate('wikilearn-evidence-answer', evidence.given);
		case 'missing':
			return translate(`wikilearn-evidence-missing-${evidence.what}`, evidence.reason);
	}
}

function describeGroup(
	{ group, wiki, expires, expiresSoon }: EvidenceOfKind<'group'>,
	translate: Translate,
): string {
	if (expires === null) return translate('wikilearn-evidence-group', group, wiki);
	const key = expiresSoon ? 'wikilearn-evidence-group-soon' : 'wikilearn-evidence-group-until';
	return translate(key, group, wiki, formatDay(expires));
}

function describeEdits({ wiki, count, min }: EvidenceOfKind<'edits'>, translate: Translate): string {
	return wiki === null
		? translate('wikilearn-evidence-edits-all', count, min)
		: translate('wikilearn-evidence-edits', count, min, wiki);
}

function describeAge({ wiki, registered, days, min }: EvidenceOfKind<'age'>, translate: Translate): string {
	return wiki === null
		? translate('wikilearn-evidence-age-global', days, min, formatDay(registered))
		: translate('wikilearn-evidence-age', days, min, formatDay(registered), wiki);
}

function describeBlock({ wiki, extent, expires }: EvidenceOfKind<'block'>, translate: Translate): string {
	return expires === null
		? translate(`wikilearn-evidence-block-${extent}`, wiki)
		: translate(`wikilearn-evidence-block-${extent}-until`, wiki, formatDay(expires));
}

/** The URL of the wiki's rights log or block log for this person. */
function getEvidenceLink(evidence: Evidence, applicant: string): string | undefined {
	if (!('url' in evidence)) return undefined;
	return getLogUrl(evidence.url, evidence.kind === 'block' ? 'block' : 'rights', applicant);
}

/** CentralAuth reports only the server. All Wikimedia wikis use the path `/wiki/`. */
function getLogUrl(server: string, type: string, applicant: string): string {
	const user = encodeURIComponent(`User:${applicant.replace(/ /g, '_')}`);
	return `${server}/wiki/Special:Log?type=${type}&page=${user}`;
}

/** The day in UTC, so that all readers see the same. */
function formatDay(instant: string): string {
	return toUtc(instant).slice(0, 10);
}
