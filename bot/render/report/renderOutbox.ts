import { encodeAnswer } from '../../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';
import { noticeKinds, type NoticeKind } from '../../../shared/notice/notice.ts';
import { releaseTemplate } from '../../../shared/notice/release.ts';
import { localize } from '../../../shared/programme/localize.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Outbox, PlannedNotice } from '../../notices/plannedNotice.ts';
import { pageLink } from '../pageLink.ts';
import { sayWithWikitext } from '../sayWithWikitext.ts';
import { code } from './code.ts';
import { linkList } from './linkList.ts';
import { renderObstacle } from './renderObstacle.ts';

/** Names of one text's recipients. */
const MOST_NAMED = 50;

/** The decision notices of a course that wait: to whom, which text, what forbids a release, and how one is made. */
export function renderOutbox(
	programme: Programme,
	{ course, waiting, obstacles, asked }: Outbox,
	translate: Translate,
): readonly string[] {
	const title = programme.courses.find(({ id }) => id === course)?.title ?? course;
	return [
		`=== ${encodeAnswer(localize(title, programme.language))} ===`,
		...byText(waiting).map((some) => `* ${renderText(some, translate)}`),
		...(obstacles.length > 0 ? ['', encodeAnswer(translate('wikilearn-report-obstacles'))] : []),
		...obstacles.map((obstacle) => `* ${renderObstacle(obstacle, translate)}`),
		'',
		...howToRelease(programme, course, asked, translate),
	];
}

function byText(waiting: readonly PlannedNotice[]): readonly (readonly PlannedNotice[])[] {
	const groups = new Map<string, PlannedNotice[]>();
	for (const notice of waiting) {
		// Promotions and corrections after what is told for the first time.
		const key = `${notice.text} ${noticeKinds.indexOf(notice.kind)}`;
		const group = groups.get(key);
		if (group) group.push(notice);
		else groups.set(key, [notice]);
	}
	return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** `accepted (30): A, B …`; the links lead to the applications. */
function renderText(notices: readonly PlannedNotice[], translate: Translate): string {
	const [first] = notices;
	const outcome = translate(`wikilearn-state-${first?.text ?? 'accepted'}`);
	const count = countOf(first?.kind ?? 'decision', notices.length, translate);
	const names = linkList(
		notices.map(({ to, page }) => ({ target: page, text: to.name })),
		MOST_NAMED,
		translate,
	);
	return `${encodeAnswer(outcome)} (${encodeAnswer(count)}): ${names}`;
}

function countOf(kind: NoticeKind, count: number, translate: Translate): string {
	if (kind === 'promotion') return translate('wikilearn-report-to-promotion', count);
	if (kind === 'correction') return translate('wikilearn-report-to-correction', count);
	return String(count);
}

function howToRelease(
	programme: Programme,
	course: string,
	asked: boolean,
	translate: Translate,
): readonly string[] {
	if (programme.release === 'automatic') return [encodeAnswer(translate('wikilearn-report-automatic'))];
	if (asked) return [encodeAnswer(translate('wikilearn-report-asked'))];
	// The date, which the wiki fills in, tells one release from the next; who saved it is known from the history.
	const call = code(`{{${releaseTemplate}|course=${course}|date=~~~~~}}`);
	const command = code(`wikilearn-bot release ${course}`);
	const review = pageLink(`${programme.root}/Review`, `${programme.root}/Review`);
	return [
		encodeAnswer(translate('wikilearn-report-how')),
		`* ${sayWithWikitext(translate, 'wikilearn-report-release-review', [], review)}`,
		`* ${sayWithWikitext(translate, 'wikilearn-report-release', [], call)}`,
		`* ${sayWithWikitext(translate, 'wikilearn-report-release-command', [], command)}`,
	];
}
