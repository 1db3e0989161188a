import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import lock from '../package-lock.json' with { type: 'json' };
import manifest from '../package.json' with { type: 'json' };

interface Locked {
	readonly version?: string;
	readonly integrity?: string;
	readonly resolved?: string;
	readonly dev?: boolean;
	readonly hasInstallScript?: boolean;
}

const packages = Object.entries(lock.packages as Readonly<Record<string, Locked>>).filter(
	([path]) => path !== '',
);
const PUBLIC = 'https://registry.npmjs.org/';

/** The rows of the table in CONTRIBUTING.md: what the product is built on, and why. */
function readReasons(): ReadonlyMap<string, string> {
	const [, part = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split('## Dependencies');
	const rows = part.split('\n').filter((line) => /^\| (?!package|-)/.test(line));
	return new Map(
		rows.map((row): [string, string] => {
			const [, name = '', why = ''] = row.split('|').map((cell) => cell.trim());
			return [name, why];
		}),
	);
}

describe('dependencies', () => {
	it('are locked by hash, from the public registry only', () => {
		expect(packages.length).toBeGreaterThan(100);
		const open = packages.filter(
			([, { integrity, resolved }]) =>
				!/^sha512-[\w+/]{86}==$/.test(integrity ?? '') || !(resolved ?? PUBLIC).startsWith(PUBLIC),
		);
		expect(open.map(([path]) => path)).toEqual([]);
	});

	it('are locked as package.json specifies', () => {
		const { dependencies, devDependencies } = lock.packages[''];
		expect({ dependencies, devDependencies }).toEqual({
			dependencies: manifest.dependencies,
			devDependencies: manifest.devDependencies,
		});
	});

	it('are each listed with a reason if used at run time', () => {
		const documented = readReasons();
		expect([...documented.keys()].sort()).toEqual(Object.keys(manifest.dependencies).sort());
		for (const [name, why] of documented) expect(why.length, name).toBeGreaterThan(10);
	});

	it('do not exceed the maximum number at run time', () => {
		expect(packages.filter(([, { dev }]) => dev !== true).length).toBeLessThanOrEqual(MAX_RUNTIME_PACKAGES);
	});

	it('run no install scripts', () => {
		const settings = readFileSync('.npmrc', 'utf8');
		expect(settings).toMatch(/^ignore-scripts=true$/m);
		expect(settings).not.toMatch(/registry\s*=|_auth|\/\//);
		const scripts = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
		// Its script only checks what npm has put there already (and is not run here).
		expect(scripts.map(([path]) => path)).toEqual(['node_modules/esbuild']);
		const listing = execFileSync(
			process.execPath,
			['-e', "require('esbuild').buildSync({ stdin: { contents: '' } })"],
			{
				encoding: 'utf8',
			},
		);
		expect(listing.trim()).toBe('');
		expect(
			Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare)/.test(name)),
		).toEqual([]);
	});
});

/** Packages that are there at run time, dependencies of dependencies included. */
const MAX_RUNTIME_PACKAGES = 60;
