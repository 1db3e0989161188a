import { describe, expect, it } from 'vitest';
import { writeAction, type ReplyAction } from '../../../shared/actions/mark.ts';
import { traceApplications } from '../../../shared/history/traceApplications.ts';
import { traceReplies } from '../../../shared/history/traceReplies.ts';
import { call, createHistory, page, PEOPLE, type Edit } from './pageHistory.ts';

const ana = call('a');
const mark = (reply: ReplyAction['reply'], offer: number | null, course = 'iah') =>
	writeAction({ kind: 'reply', course, reply, offer }, 'nonce123');
const CONFIRM = mark('confirmed', 50);
const more = (user: string | null, comment: string | null, changes: Edit[2] = {}): Edit => [
	user,
	`${ana}\n* more ${JSON.stringify(changes)}`,
	{ comment, ...changes },
];
const replies = (...edits: readonly Edit[]) => {
	const found = traceReplies('Page', createHistory([['Ana', ana], ...edits]));
	return {
		replies: found.replies.map(({ reply, offer, course, change }) => [reply, offer, course, change.revid]),
		uncertain: found.uncertain.map(({ revid }) => revid),
		problems: found.problems.map(({ detail }) => detail),
	};
};

describe('a reply', () => {
	it('is a marked edit that adds text', () => {
		expect(replies(more('Ana', CONFIRM))).toEqual({
			replies: [['confirmed', 50, 'iah', 102]],
			uncertain: [],
			problems: [],
		});
		expect(replies(more('Ana', `${mark('withdrawn', null, 'pb')} I changed my mind`)).replies).toEqual([
			['withdrawn', null, 'pb', 102],
		]);
	});

	it.each<[string, Edit, string]>([
		['an undo', more('Ana', CONFIRM, { tags: ['mw-undo'] }), 'reverts'],
		['a rollback', more('Ana', CONFIRM, { tags: ['mw-rollback'] }), 'reverts'],
		['an old text', more('Ana', CONFIRM, { tags: ['mw-manual-revert'] }), 'reverts'],
		['a move to such a title', ['Ana', ana, { comment: CONFIRM }], 'adds-nothing'],
		['a removal', ['Ana', 'x', { comment: CONFIRM }], 'adds-nothing'],
		['a decision', more('Ana', 'wikilearn:decide/iah/accepted/1.2/nonce123'), 'unreadable'],
		['half a mark', more('Ana', 'wikilearn:reply/iah/confirmed'), 'unreadable'],
	])('is not %s', (_, edit, why) => {
		expect(replies(edit)).toEqual({ replies: [], uncertain: [], problems: [why] });
	});

	it.each<[string, Edit]>([
		['no mark', more('Ana', `about ${CONFIRM}`)],
		['what the bot wrote', more('Bot', 'wikilearn:answer/101,102')],
		['a notice', more('Bot', 'wikilearn:notice/iah/7/receipt')],
	])('is not looked for in %s', (_, edit) => {
		expect(replies(edit)).toEqual({ replies: [], uncertain: [], problems: [] });
	});

	it.each<[string, Edit]>([
		['a hidden summary', more('Ana', null)],
		['a hidden author', more(null, CONFIRM)],
		['a missing revision before it', more('Ana', CONFIRM, { parentid: 17 })],
	])('may be in an edit with %s', (_, edit) => {
		expect(replies(edit)).toEqual({ replies: [], uncertain: [102], problems: [] });
	});

	it('cannot be in a hidden edit that adds nothing, or in the page’s first', () => {
		expect(replies(['Ana', ana, { comment: null }]).uncertain).toEqual([]);
		expect(traceReplies('Page', createHistory([['Ana', ana, { comment: null }]])).uncertain).toEqual([]);
	});
});

describe('the author of a reply', () => {
	const of = (...edits: readonly Edit[]) => {
		const { applications } = traceApplications(page('subpage', ['Ana', ana], ...edits), PEOPLE, 'en');
		return { replies: applications[0]?.replies.length, uncertain: applications[0]?.uncertainReplyRevid };
	};

	it.each<[string, Edit, number, number]>([
		['the applicant’s', more('Ana', CONFIRM), 1, 0],
		['somebody else’s', more('Eve', CONFIRM), 0, 0],
		['about another course', more('Ana', mark('confirmed', 50, 'pb')), 0, 0],
		['hidden, by the applicant', more('Ana', null), 0, 102],
		['hidden, by somebody else', more('Eve', null), 0, 0],
		['by nobody known', more(null, CONFIRM), 0, 102],
	])('%s', (_, edit, count, uncertain) => {
		expect(of(edit)).toEqual({ replies: count, uncertain });
	});
});
