import type { Control } from './field.ts';
import { fill, h } from '../ui/h.ts';
import { say } from '../ui/msg.ts';
import { sayDay } from '../ui/formatDateTime.ts';
import {
	readAvailability,
	weekdays,
	writeAvailability,
	type Availability,
} from '../../shared/application/availability.ts';

const HOURS_A_CELL = 2;
const STEPS = Array.from({ length: 24 / HOURS_A_CELL }, (_, index) => index * HOURS_A_CELL);
const DAYS = [0, 1, 2, 3, 4, 5, 6];
const NEXT = { none: 'can', can: 'rather', rather: 'none' } as const;
type State = keyof typeof NEXT;
const MARKS: Readonly<Record<State, string>> = { none: '', can: '✓', rather: '★' };

interface Cell {
	readonly day: number;
	readonly hour: number;
	readonly button: HTMLButtonElement;
	state: State;
}

/**
 * The week as a grid of buttons, two hours each. A press goes from nothing to `can` to `rather` and back; arrow keys
 * move; one stop for the Tab key. Pressing and dragging gives all cells on the way the first one's new state.
 */
export function availabilityControl(id: string): Control {
	const cells = STEPS.map((hour) => DAYS.map((day) => createCell(id, day, hour)));
	const all = cells.reduce<readonly Cell[]>((some, row) => some.concat(row), []);
	const head = h('tr', {}, h('td'), ...DAYS.map((day) => h('th', { scope: 'col' }, shortDay(day))));
	const rows = cells.map((row, step) =>
		h(
			'tr',
			{},
			h('th', { scope: 'row' }, hours(STEPS[step] ?? 0)),
			...row.map(({ button }) => h('td', {}, button)),
		),
	);
	const table = h(
		'table',
		{ role: 'grid', 'aria-label': say('wikilearn-form-availability'), class: 'wikilearn-week' },
		head,
		...rows,
	);
	moveWithArrows(table, cells);
	paint(table, all);
	// What was there, as it was, until a cell is pressed: somebody may have written half hours by hand.
	let written: string | null = null;
	table.addEventListener('input', () => (written = null));
	const first = cells[0]?.[0]?.button ?? table;
	first.tabIndex = 0;
	return {
		element: h(
			'div',
			{},
			h('p', { class: 'wikilearn-reason' }, say('wikilearn-form-availability-how')),
			h('div', { class: 'wikilearn-scroll' }, table),
		),
		focus: first,
		named: 'legend',
		read: () => written ?? writeAvailability(timesOf(all)),
		write(answer) {
			const times = readAvailability(answer) ?? [];
			for (const cell of all) show(cell, stateIn(times, cell));
			written = answer;
		},
	};
}

/** A name that fits above a cell on a phone: some languages have no short names. The cells themselves say the long one. */
function shortDay(day: number): string {
	const short = sayDay(day, 'short');
	return short.length > 4 ? sayDay(day, 'narrow') : short;
}

function createCell(id: string, day: number, hour: number): Cell {
	const button = h('button', { id: `${id}-${day}-${hour}`, type: 'button', tabindex: -1 });
	const cell: Cell = { day, hour, button, state: 'none' };
	show(cell, 'none');
	return cell;
}

function show(cell: Cell, state: State): void {
	cell.state = state;
	cell.button.className = `wikilearn-${state}`;
	fill(cell.button, MARKS[state]);
	const when = `${sayDay(cell.day, 'long')} ${hours(cell.hour)}`;
	cell.button.setAttribute('aria-label', `${when}: ${say(`wikilearn-form-availability-${state}`)}`);
}

function hours(from: number): string {
	return `${from}–${from + HOURS_A_CELL}`;
}

function timesOf(cells: readonly Cell[]): Availability {
	const times: Availability[number][] = [];
	for (const { day, hour, state } of cells) {
		const name = weekdays[day];
		if (state === 'none' || !name) continue;
		times.push({ day: name, from: hour * 2, to: (hour + HOURS_A_CELL) * 2, preference: state });
	}
	return times;
}

/** A cell is free where all of it is. */
function stateIn(times: Availability, { day, hour }: Cell): State {
	const found = times.filter(
		(time) => time.day === weekdays[day] && time.from < (hour + HOURS_A_CELL) * 2 && time.to > hour * 2,
	);
	const free = found.reduce(
		(sum, { from, to }) => sum + Math.min(to, (hour + HOURS_A_CELL) * 2) - Math.max(from, hour * 2),
		0,
	);
	if (free < HOURS_A_CELL * 2) return 'none';
	return found.every(({ preference }) => preference === 'rather') ? 'rather' : 'can';
}

function moveWithArrows(table: HTMLElement, cells: readonly (readonly Cell[])[]): void {
	table.addEventListener('keydown', (event) => {
		const row = cells.findIndex((some) => some.some(({ button }) => button === event.target));
		const column = cells[row]?.findIndex(({ button }) => button === event.target) ?? -1;
		const forward = getComputedStyle(table).direction === 'rtl' ? -1 : 1;
		const steps: Readonly<Record<string, readonly [number, number]>> = {
			ArrowUp: [-1, 0],
			ArrowDown: [1, 0],
			ArrowLeft: [0, -forward],
			ArrowRight: [0, forward],
		};
		const step = steps[event.key];
		const next = step && cells[row + step[0]]?.[column + step[1]];
		if (!step) return;
		event.preventDefault();
		if (!next) return;
		next.button.focus();
	});
	table.addEventListener('focusin', (event) => {
		for (const { button } of cells.reduce((some, row) => some.concat(row), [])) {
			button.tabIndex = button === event.target ? 0 : -1;
		}
	});
}

function paint(table: HTMLElement, cells: readonly Cell[]): void {
	let brush: State | null = null;
	let pressed: Cell | undefined;
	const cellAt = (target: EventTarget | null): Cell | undefined =>
		cells.find(({ button }) => button === target);
	const set = (cell: Cell, state: State): void => {
		show(cell, state);
		// As any control says that it was changed.
		cell.button.dispatchEvent(new Event('input', { bubbles: true }));
	};
	// A click comes from keyboards and screen readers too, which press nothing; a pointer has painted its first cell.
	table.addEventListener('click', (event) => {
		const cell = cellAt(event.target);
		if (cell && (event.detail === 0 || cell !== pressed)) show(cell, NEXT[cell.state]);
		pressed = undefined;
	});
	table.addEventListener('pointerdown', (event) => {
		const cell = cellAt(event.target);
		if (!cell || event.button !== 0) return;
		pressed = cell;
		brush = NEXT[cell.state];
		set(cell, brush);
		// Touch pointers are captured by the first cell; the others would hear nothing.
		cell.button.releasePointerCapture(event.pointerId);
	});
	table.addEventListener('pointerover', (event) => {
		const cell = cellAt(event.target);
		if (cell && brush !== null && cell.state !== brush) set(cell, brush);
	});
	const lift = (): void => {
		brush = null;
	};
	document.addEventListener('pointerup', lift);
	document.addEventListener('pointercancel', lift);
}
