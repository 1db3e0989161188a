import { encodeAnswer } from '../../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';
import { localize } from '../../../shared/programme/localize.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Block } from '../../../shared/rules/evaluation.ts';
import type { Outbox } from '../../plan/plannedNotice.ts';
import { instantText } from '../../plan/instantText.ts';
import { pageLink } from '../pageLink.ts';
import { sayWithWikitext } from '../sayWithWikitext.ts';
import { linkList, linkTo } from './linkList.ts';

/** Enough to begin with: when they are dealt with, the next ones are shown. */
const MOST_PAGES = 25;

/**
 * How many of a course's decisions wait, what keeps them back, and where they are released. Not which they are: everybody can
 * read the report.
 */
export function renderOutbox(
	programme: Programme,
	{ course, waiting, blocks, holds, undecided, released }: Outbox,
	translate: Translate,
): readonly string[] {
	const title = programme.courses.find(({ id }) => id === course)?.title ?? course;
	const pages = (key: string, titles: readonly string[]): string =>
		sayWithWikitext(
			translate,
			`wikilearn-report-${key}`,
			[titles.length],
			linkList(titles.map(linkTo), MOST_PAGES, translate),
		);
	const review = pageLink(`${programme.root}/Review`, `${programme.root}/Review`);
	return [
		`=== ${encodeAnswer(localize(title, programme.language))} ===`,
		`* ${encodeAnswer(translate('wikilearn-report-waiting', waiting.length))}`,
		...blocks.map((block) => `* ${renderBlock(block, translate)}`),
		...holds.map((hold) => `* ${pages(`hold-${hold.kind}`, hold.pages)}`),
		...(undecided.length > 0 ? [`* ${pages('undecided', undecided)}`] : []),
		'',
		released
			? encodeAnswer(translate('wikilearn-report-released'))
			: sayWithWikitext(translate, 'wikilearn-report-release-review', [], review),
	];
}

function renderBlock(block: Block, translate: Translate): string {
	const key = `wikilearn-report-block-${block.kind}`;
	switch (block.kind) {
		case 'too-early':
		case 'can-be-taken-back':
		case 'programme-changed':
			return encodeAnswer(translate(key, instantText(block.until)));
		case 'over-seats':
			return encodeAnswer(translate(key, block.seats));
		case 'differs':
			return sayWithWikitext(translate, key, [], diffs([block.revid]));
		case 'cannot-tell':
			return sayWithWikitext(translate, key, [block.revids.length], diffs(block.revids));
	}
}

function diffs(revids: readonly number[]): string {
	return revids.map((revid) => `[[Special:Diff/${revid}|${revid}]]`).join(', ');
}
