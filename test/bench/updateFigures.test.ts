import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figure, type Figure } from './figure.ts';
import { updateFigures } from './updateFigures.ts';

const ORDER = ['cycles', 'memory', 'form'];
const CONTEXT = { date: '2026-12-01', nodeVersion: 'v20.19.2', options: '--largest 1000' };
const DOCUMENT = `# What it costs

## Not a part

<!-- bench:begin -->

## form

Measured by hand.

| bytes |
| ----: |
|     7 |

## cycles

Measured long ago.

<!-- bench:end -->

Nothing else.
`;

const update = (measured: Readonly<Record<string, readonly Figure[]>>, document = DOCUMENT): string =>
	updateFigures(document, new Map(Object.entries(measured)), CONTEXT, ORDER);

const MEMORY = [
	figure('read', 1_000, 218, 'ms', { budget: 1_000 }),
	figure('read', 1_000, 52.33, 'MB', { budget: 50 }),
];

describe('the tables of figures', () => {
	it('replaces the parts that were measured, in order, and keeps the others', () => {
		expect(update({ memory: MEMORY, cycles: [figure('quiet cycle', 100, 1, 'requests')] }))
			.toBe(`# What it costs

## Not a part

<!-- bench:begin -->

## cycles

Measured on 2026-12-01 with Node v20.19.2, \`--largest 1000\`.

|             |   N | requests |
| ----------- | --: | -------: |
| quiet cycle | 100 |        1 |

## memory

Measured on 2026-12-01 with Node v20.19.2, \`--largest 1000\`.

|      |     N |            ms |              MB |
| ---- | ----: | ------------: | --------------: |
| read | 1,000 | 218 (≤ 1,000) | 52.33 (OVER 50) |

## form

Measured by hand.

| bytes |
| ----: |
|     7 |

<!-- bench:end -->

Nothing else.
`);
	});

	it('changes nothing the second time', () => {
		const once = update({ memory: MEMORY });
		expect(once).not.toBe(DOCUMENT);
		expect(update({ memory: MEMORY }, once)).toBe(once);
	});

	it('keeps the section of a part without figures, and of one that no longer exists', () => {
		expect(update({ form: [] })).toContain('Measured by hand.');
		const older = DOCUMENT.replace('## form', '## removed');
		expect(update({ memory: MEMORY }, older)).toMatch(/## memory[^]*## removed\n\nMeasured by hand\./);
	});

	it('can be put into the README, which is as the command leaves it', () => {
		const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
		expect(updateFigures(readme, new Map(), CONTEXT, ['cycles', 'peers', 'memory', 'form'])).toBe(readme);
		expect(updateFigures(readme, new Map([['memory', MEMORY]]), CONTEXT, [])).toContain('52.33 (OVER 50)');
	});
});
