import { fill, h } from '../ui/h.ts';
import { say } from '../ui/msg.ts';
import type { Control } from './field.ts';

interface Input {
	readonly id: string;
	readonly type?: string;
	readonly attributes?: Readonly<Record<string, string | number | boolean | null | undefined>>;
	/** Values that the browser proposes. */
	readonly proposals?: readonly (readonly [value: string, label: string])[];
}

/** One line: text, a number, an email address, a language, a wiki. */
export function lineControl({ id, type = 'text', attributes, proposals = [] }: Input): Control {
	const list = proposals.length ? `${id}-proposals` : null;
	const input = h('input', { id, type, list, class: 'wikilearn-input', ...attributes });
	const options = proposals.map(([value, label]) => h('option', { value, label }));
	const element = list === null ? input : h('div', {}, input, h('datalist', { id: list }, ...options));
	return { element, focus: input, named: 'label', ...valueOf(input, true) };
}

/** Several lines, with a counter where there is a limit. */
export function linesControl(id: string, limits: { readonly max?: number | undefined }): Control {
	const area = h('textarea', { id, rows: 6, dir: 'auto', class: 'wikilearn-input' });
	const { max } = limits;
	if (max === undefined) return { element: area, focus: area, named: 'label', ...valueOf(area, false) };
	const counter = h('p', { class: 'wikilearn-counter' });
	let told = thresholdsPassed(max);
	const count = (): void => {
		const left = max - Array.from(area.value.trim()).length;
		const passed = thresholdsPassed(left);
		// Heard when a threshold is passed, and not at every key.
		counter.setAttribute('aria-live', passed === told ? 'off' : 'polite');
		told = passed;
		fill(counter, left < 0 ? say('wikilearn-form-too-long', max, -left) : say('wikilearn-form-left', left));
	};
	area.addEventListener('input', count);
	count();
	const { read, write } = valueOf(area, false);
	return {
		element: h('div', {}, area, counter),
		focus: area,
		named: 'label',
		read,
		write(answer) {
			write(answer);
			count();
		},
	};
}

/** Characters left at which those who do not see the counter are told. */
const THRESHOLDS = [100, 20, 0, -1];

function thresholdsPassed(left: number): number {
	return THRESHOLDS.filter((threshold) => left <= threshold).length;
}

function valueOf(
	element: HTMLInputElement | HTMLTextAreaElement,
	oneLine: boolean,
): Pick<Control, 'read' | 'write'> {
	return {
		read: () => (oneLine ? element.value.replace(/\s+/g, ' ') : element.value).trim(),
		write(answer) {
			element.value = answer;
		},
	};
}
