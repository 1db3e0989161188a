import en from '../../../shared/i18n/en.json' with { type: 'json' };
import { PHASES } from '../../../shared/rules/phase.ts';
import { STATES, takesSeat } from '../../../shared/rules/state.ts';
import { transitions } from './transitions.ts';

const words: Readonly<Record<string, unknown>> = en;

/** The reference of the rules, as it lies beside them. */
export function renderStatesReference(): string {
	return (
		[
			'# The rules in tables',
			'Generated from the code by its tests (`npx vitest run --config test/vitest.config.ts test/shared/rules -u`).',
			'## States of an application',
			table(
				['State', 'Shown as', 'Takes a seat'],
				STATES.map((state) => [`\`${state}\``, word(`state-${state}`), takesSeat(state) ? 'yes' : 'no']),
			),
			'Beside any state stands “late” if the application came after the window.',
			'## What leads from one to another',
			'This is what people are shown. A decision changes it when it is announced, not when it is made.',
			table(
				['From', 'To', 'By', 'What happens'],
				transitions.map(({ from, to, by, when }) => [list(from), list(to), by, when]),
			),
			'## Phases of a course',
			table(
				['Phase', 'Shown as'],
				PHASES.map((phase) => [`\`${phase}\``, word(`phase-${phase}`)]),
			),
		]
			.join('\n\n')
			.trimEnd() + '\n'
	);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function list(names: readonly string[] | 'nothing'): string {
	return names === 'nothing' ? '(nothing)' : names.map((name) => `\`${name}\``).join(', ');
}

function word(key: string): string {
	return String(words[`wikilearn-${key}`]);
}
