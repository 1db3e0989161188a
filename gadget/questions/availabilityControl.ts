import type { Control } from './field.ts';
import { fill, h } from '../ui/h.ts';
import { msg } from '../ui/msg.ts';
import { formatWeekday } from '../ui/intl.ts';
import {
	readAvailability,
	WEEKDAYS,
	writeAvailability,
	type Availability,
} from '../../shared/application/availability.ts';

const HOURS_PER_CELL = 2;
const START_HOURS = Array.from({ length: 24 / HOURS_PER_CELL }, (_, index) => index * HOURS_PER_CELL);
const DAYS = [0, 1, 2, 3, 4, 5, 6];
const NEXT_STATE = { none: 'can', can: 'rather', rather: 'none' } as const;
type CellState = keyof typeof NEXT_STATE;
const STATE_SYMBOLS: Readonly<Record<CellState, string>> = { none: '', can: '✓', rather: '★' };

interface Cell {
	readonly day: number;
	readonly hour: number;
	readonly button: HTMLButtonElement;
	state: CellState;
}

/**
 * The week as a grid of buttons of two hours each. Pressing cycles through `none`, `can` and `rather`. The grid is one tab
 * stop with arrow keys. Dragging gives all cells the first cell's new state.
 */
export function availabilityControl(id: string): Control {
	const cellRows = START_HOURS.map((hour) => DAYS.map((day) => createCell(id, day, hour)));
	const cells = cellRows.reduce<readonly Cell[]>((previous, row) => previous.concat(row), []);
	const head = h('tr', {}, h('td'), ...DAYS.map((day) => h('th', { scope: 'col' }, formatShortWeekday(day))));
	const rows = cellRows.map((row, step) =>
		h(
			'tr',
			{},
			h('th', { scope: 'row' }, formatHours(START_HOURS[step] ?? 0)),
			...row.map(({ button }) => h('td', {}, button)),
		),
	);
	const table = h(
		'table',
		{ role: 'grid', 'aria-label': msg('wikilearn-form-availability'), class: 'wikilearn-week' },
		head,
		...rows,
	);
	enableArrowKeys(table, cellRows);
	enableDragging(table, cells);
	// Kept until a cell changes, because a hand-written answer may contain half hours.
	let unchangedAnswer: string | null = null;
	table.addEventListener('input', () => (unchangedAnswer = null));
	const first = cellRows[0]?.[0]?.button ?? table;
	first.tabIndex = 0;
	return {
		element: h(
			'div',
			{},
			h('p', { class: 'wikilearn-reason' }, msg('wikilearn-form-availability-how')),
			h('div', { class: 'wikilearn-scroll' }, table),
		),
		focusTarget: first,
		labelKind: 'legend',
		read: () => unchangedAnswer ?? writeAvailability(readTimes(cells)),
		write(answer) {
			const times = readAvailability(answer) ?? [];
			for (const cell of cells) showState(cell, findCellState(times, cell));
			unchangedAnswer = answer;
		},
	};
}

/** A name that fits above a cell on a phone: some short names are too long. The cells have the full name as label. */
function formatShortWeekday(day: number): string {
	const short = formatWeekday(day, 'short');
	return short.length > 4 ? formatWeekday(day, 'narrow') : short;
}

function createCell(id: string, day: number, hour: number): Cell {
	const button = h('button', { id: `${id}-${day}-${hour}`, type: 'button', tabindex: -1 });
	const cell: Cell = { day, hour, button, state: 'none' };
	showState(cell, 'none');
	return cell;
}

function showState(cell: Cell, state: CellState): void {
	cell.state = state;
	cell.button.className = `wikilearn-${state}`;
	fill(cell.button, STATE_SYMBOLS[state]);
	const when = `${formatWeekday(cell.day, 'long')} ${formatHours(cell.hour)}`;
	cell.button.setAttribute('aria-label', `${when}: ${msg(`wikilearn-form-availability-${state}`)}`);
}

function formatHours(from: number): string {
	return `${from}–${from + HOURS_PER_CELL}`;
}

function readTimes(cells: readonly Cell[]): Availability {
	const times: Availability[number][] = [];
	for (const { day, hour, state } of cells) {
		const name = WEEKDAYS[day];
		if (state === 'none' || !name) continue;
		times.push({ day: name, from: hour * 2, to: (hour + HOURS_PER_CELL) * 2, preference: state });
	}
	return times;
}

/** A cell is free only if all of it is. */
function findCellState(times: Availability, { day, hour }: Cell): CellState {
	const found = times.filter(
		(time) => time.day === WEEKDAYS[day] && time.from < (hour + HOURS_PER_CELL) * 2 && time.to > hour * 2,
	);
	const free = found.reduce(
		(sum, { from, to }) => sum + Math.min(to, (hour + HOURS_PER_CELL) * 2) - Math.max(from, hour * 2),
		0,
	);
	if (free < HOURS_PER_CELL * 2) return 'none';
	return found.every(({ preference }) => preference === 'rather') ? 'rather' : 'can';
}

function enableArrowKeys(table: HTMLElement, cellRows: readonly (readonly Cell[])[]): void {
	table.addEventListener('keydown', (event) => {
		const rowIndex = cellRows.findIndex((row) => row.some(({ button }) => button === event.target));
		const columnIndex = cellRows[rowIndex]?.findIndex(({ button }) => button === event.target) ?? -1;
		const forward = getComputedStyle(table).direction === 'rtl' ? -1 : 1;
		const steps: Readonly<Record<string, readonly [number, number]>> = {
			ArrowUp: [-1, 0],
			ArrowDown: [1, 0],
			ArrowLeft: [0, -forward],
			ArrowRight: [0, forward],
		};
		const step = steps[event.key];
		const next = step && cellRows[rowIndex + step[0]]?.[columnIndex + step[1]];
		if (!step) return;
		event.preventDefault();
		if (!next) return;
		next.button.focus();
	});
	table.addEventListener('focusin', (event) => {
		for (const { button } of cellRows.reduce((cells, row) => cells.concat(row), [])) {
			button.tabIndex = button === event.target ? 0 : -1;
		}
	});
}

function enableDragging(table: HTMLElement, cells: readonly Cell[]): void {
	let dragState: CellState | null = null;
	let pressedCell: Cell | undefined;
	const cellAt = (target: EventTarget | null): Cell | undefined =>
		cells.find(({ button }) => button === target);
	const changeState = (cell: Cell, state: CellState): void => {
		showState(cell, state);
		// Like a native control's change.
		cell.button.dispatchEvent(new Event('input', { bubbles: true }));
	};
	// Keyboards and screen readers click without a pointer press; a pointer press has already changed its cell.
	table.addEventListener('click', (event) => {
		const cell = cellAt(event.target);
		if (cell && (event.detail === 0 || cell !== pressedCell)) showState(cell, NEXT_STATE[cell.state]);
		pressedCell = undefined;
	});
	table.addEventListener('pointerdown', (event) => {
		const cell = cellAt(event.target);
		if (!cell || event.button !== 0) return;
		pressedCell = cell;
		dragState = NEXT_STATE[cell.state];
		changeState(cell, dragState);
		// The first cell captures touch pointers, so the other cells would get no events.
		cell.button.releasePointerCapture(event.pointerId);
	});
	table.addEventListener('pointerover', (event) => {
		const cell = cellAt(event.target);
		if (cell && dragState !== null && cell.state !== dragState) changeState(cell, dragState);
	});
	const endDrag = (): void => {
		dragState = null;
	};
	document.addEventListener('pointerup', endDrag);
	document.addEventListener('pointercancel', endDrag);
}
