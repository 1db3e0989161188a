import type { Control } from '../field.ts';
import { fill, h } from '../h.ts';
import { say } from '../say.ts';
import { sayDay } from '../sayTime.ts';
import { readAvailability, writeAvailability, type Wish } from './availabilityText.ts';

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
	const head = h('tr', {}, h('td'), ...DAYS.map((day) => h('th', { scope: 'col' }, sayDay(day, 'short'))));
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
	const first = cells[0]?.[0]?.button ?? table;
	first.tabIndex = 0;
	return {
		element: h(
			'div',
			{},
			h('p', { class: 'wikilearn-reason' }, say('wikilearn-form-availability-how')),
			table,
		),
		focus: first,
		named: 'legend',
		read: () => writeAvailability(DAYS.map((day) => hoursOf(all.filter((cell) => cell.day === day)))),
		write(answer) {
			const wishes = readAvailability(answer);
			for (const cell of all) show(cell, wishes[cell.day]?.[cell.hour] ?? 'none');
		},
	};
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

function hoursOf(cells: readonly Cell[]): readonly (Wish | null)[] {
	const result: (Wish | null)[] = [];
	for (const { hour, state } of cells) {
		for (let offset = 0; offset < HOURS_A_CELL; offset++) {
			result[hour + offset] = state === 'none' ? null : state;
		}
	}
	return result;
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
		show(cell, brush);
		// Touch pointers are captured by the first cell; the others would hear nothing.
		cell.button.releasePointerCapture(event.pointerId);
	});
	table.addEventListener('pointerover', (event) => {
		const cell = cellAt(event.target);
		if (cell && brush !== null) show(cell, brush);
	});
	const lift = (): void => {
		brush = null;
	};
	document.addEventListener('pointerup', lift);
	document.addEventListener('pointercancel', lift);
}
