import type { Translate } from '../../../shared/i18n/translate.ts';
import { states, type State } from '../../../shared/rules/status.ts';
import { nameThem, type Naming } from './nameThem.ts';
import type { Shown, ShownRow } from './readShown.ts';

type Rows = readonly ShownRow[];

/** What is said of an offer, not of a person. */
const ofOffers: readonly State[] = ['offered', 'confirmed', 'turned-down', 'lapsed'];

/** What became different in one course, a part for each kind of difference; the most telling first. */
export function describeCourse(
	course: string,
	before: Shown,
	after: Shown,
	naming: Naming,
	translate: Translate,
): readonly string[] {
	const [headBefore, headAfter] = [before.heads.get(course), after.heads.get(course)];
	const named = (key: string, count: number, rows: Rows): string => {
		const what = translate(key, count);
		if (rows.length === 0 || naming === 'count') return what;
		return translate('wikilearn-summary-named', what, nameThem(rows, naming, translate));
	};
	const about = (key: string, some: Rows): readonly string[] =>
		some.length === 0 ? [] : [translate(key, nameThem(some, naming, translate))];
	const rows = compareRows(course, before, after);
	// What came or went on other parts of the status page is known by number only.
	const total = headBefore?.total ?? rows.before;
	const elsewhere = headAfter ? headAfter.total - total - rows.came.length + rows.gone.length : 0;
	const came = rows.came.length + Math.max(0, elsewhere);
	const gone = rows.gone.length + Math.max(0, -elsewhere);
	const seats =
		headAfter &&
		(headAfter.taken !== (headBefore?.taken ?? 0) || (headBefore && headAfter.seats !== headBefore.seats));
	return [
		...(came > 0 ? [named('wikilearn-summary-new', came, rows.came)] : []),
		...(gone > 0 ? [named('wikilearn-summary-gone', gone, rows.gone)] : []),
		...states.flatMap((state) => {
			const moved = rows.moved.filter((row) => row.state === state);
			if (moved.length === 0) return [];
			return [
				translate(
					ofOffers.includes(state) ? 'wikilearn-summary-state-offer' : 'wikilearn-summary-state',
					nameThem(moved, naming, translate),
					translate(`wikilearn-state-${state}`),
				),
			];
		}),
		...(seats || (headAfter && came + gone + rows.moved.length > 0)
			? [translate('wikilearn-summary-seats', headAfter.taken, headAfter.seats)]
			: []),
		...(headBefore && headAfter && headBefore.phase !== headAfter.phase
			? [translate('wikilearn-summary-phase', translate(`wikilearn-phase-${headAfter.phase}`))]
			: []),
		...(headAfter && headAfter.next !== '' && headAfter.next !== headBefore?.next
			? [translate('wikilearn-summary-next', headAfter.next)]
			: []),
		...about('wikilearn-summary-offer', rows.dated),
		// Whoever leaves the waitlist moves all behind: that goes without saying.
		...(rows.moved.length === 0 ? about('wikilearn-summary-place', rows.placed) : []),
		...about('wikilearn-summary-facts', rows.checked),
		...about('wikilearn-summary-changed', rows.changed),
	];
}

function compareRows(
	course: string,
	before: Shown,
	after: Shown,
): {
	readonly before: number;
	readonly came: Rows;
	readonly gone: Rows;
	readonly moved: Rows;
	/** Where the same state has another offer, another place on the waitlist, another result or other evidence. */
	readonly dated: Rows;
	readonly placed: Rows;
	readonly checked: Rows;
	/** Where none of these is other, but somebody edited. */
	readonly changed: Rows;
} {
	const entries = [...after.rows].filter(([, row]) => row.course === course);
	const stayed = entries.flatMap(([key, now]) => {
		const was = before.rows.get(key);
		return was?.state === now.state ? [{ was, now }] : [];
	});
	const rowsWhere = (differs: (one: { readonly was: ShownRow; readonly now: ShownRow }) => boolean): Rows =>
		stayed.filter(differs).map(({ now }) => now);
	return {
		before: [...before.rows.values()].filter((row) => row.course === course).length,
		came: entries.filter(([key]) => !before.rows.has(key)).map(([, row]) => row),
		gone: [...before.rows]
			.filter(([key, row]) => row.course === course && !after.rows.has(key))
			.map(([, row]) => row),
		moved: entries
			.filter(([key, { state }]) => (before.rows.get(key)?.state ?? state) !== state)
			.map(([, row]) => row),
		dated: rowsWhere(({ was, now }) => now.state === 'offered' && was.standing !== now.standing),
		placed: rowsWhere(({ was, now }) => now.state === 'waitlisted' && was.standing !== now.standing),
		checked: rowsWhere(({ was, now }) => was.seen !== now.seen),
		changed: rowsWhere(({ was, now }) => was.seen === now.seen && was.diff !== now.diff),
	};
}
