import { encodeAnswer } from '../../shared/application/answerWikitext.ts';
import type { Translate } from '../../shared/i18n/formatMessage.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Obstacle } from '../../shared/rules/evaluation.ts';
import type { Outbox } from '../plan/plannedNotice.ts';
import { formatInstant } from '../plan/formatInstant.ts';
import { pageLink, messageWithWikitext, toApplicationLink, renderLinkList } from './text/wikitext.ts';

/** Enough to start with: the next ones appear once these are done. */
const MAX_PAGES = 25;

/**
 * The number of a course's pending decisions, what blocks them, and where to release them. Applicants are not listed:
 * the report is public.
 */
export function renderOutbox(
	programme: Programme,
	{ course, waiting, blocks, holds, undecided, released }: Outbox,
	translate: Translate,
): readonly string[] {
	const title = programme.courses.find(({ id }) => id === course)?.title ?? course;
	const renderPageList = (key: string, titles: readonly string[]): string =>
		messageWithWikitext(
			translate,
			`wikilearn-report-${key}`,
			[titles.length],
			renderLinkList(titles.map(toApplicationLink), MAX_PAGES, translate),
		);
	const review = pageLink(`${programme.root}/Review`, `${programme.root}/Review`);
	return [
		`=== ${encodeAnswer(localize(title, programme.language))} ===`,
		`* ${encodeAnswer(translate('wikilearn-report-waiting', waiting.length))}`,
		...blocks.map((block) => `* ${renderBlock(block, translate)}`),
		...holds.map((hold) => `* ${renderPageList(`hold-${hold.kind}`, hold.pages)}`),
		...(undecided.length > 0 ? [`* ${renderPageList('undecided', undecided)}`] : []),
		'',
		released
			? encodeAnswer(translate('wikilearn-report-released'))
			: messageWithWikitext(translate, 'wikilearn-report-release-review', [], review),
	];
}

function renderBlock(block: Obstacle, translate: Translate): string {
	const key = `wikilearn-report-block-${block.kind}`;
	switch (block.kind) {
		case 'too-early':
		case 'grace-period':
		case 'programme-changed':
			return encodeAnswer(translate(key, formatInstant(block.until)));
		case 'over-capacity':
			return encodeAnswer(translate(key, block.seats));
		case 'digest-mismatch':
			return messageWithWikitext(translate, key, [], renderDiffLinks([block.revid]));
		case 'uncertain-action':
			return messageWithWikitext(translate, key, [block.revids.length], renderDiffLinks(block.revids));
	}
}

function renderDiffLinks(revids: readonly number[]): string {
	return revids.map((revid) => `[[Special:Diff/${revid}|${revid}]]`).join(', ');
}
