import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { cacheDir } from '../wiki/cacheDir.ts';
import { join } from 'node:path';

interface DemoResult {
	readonly code: number | null;
	readonly output: string;
}

/** `npm run demo -- ARGS`, told to end once it has said something. */
async function runDemo(
	args: readonly string[],
	endAfter: RegExp | null,
	env: NodeJS.ProcessEnv = {},
): Promise<DemoResult> {
	const child = spawn(process.execPath, ['--import', 'tsx', 'test/demo/main.ts', ...args], {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	let isInterrupted = false;
	const listen = (chunk: Buffer): void => {
		output += chunk.toString();
		if (endAfter?.test(output) && !isInterrupted) isInterrupted = child.kill('SIGINT');
	};
	child.stdout.on('data', listen);
	child.stderr.on('data', listen);
	const [code] = (await once(child, 'close')) as [number | null];
	return { code, output };
}

describe('npm run demo', () => {
	it('runs the main job once and exits', async () => {
		// The story before takes long, and has a test of its own.
		const { code, output } = await runDemo(['--once', '--quick'], null);
		expect(output).toMatch(/^iah\s+SysopAbroad\s.*\smet\s+received$/m);
		expect(output).toMatch(/^pb\s+李小龍\s.*\snot met\s+received$/m);
		expect(output).toMatch(
			/needs a person: .*Applications\/Newcomer: .*closing braces of a template are missing/,
		);
		expect(code).toBe(0);
	});

	it('runs until interrupted, and leaves no process behind', async () => {
		const { code, output } = await runDemo(['--quick'], /Ctrl-C ends everything/);
		expect(code).toBe(0);
		const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';
		await expect(fetch(url)).rejects.toThrow();
		const port = url.split(':').pop() ?? '';
		expect((await readdir(join(cacheDir, 'wikis'))).filter((name) => name.includes(port))).toEqual([]);
	});

	it('names the step that failed', async () => {
		const { code, output } = await runDemo(['--once'], null, { MEDIAWIKI_DIR: '/no/such/folder' });
		expect(output).toMatch(/Failed in step “2\. /);
		expect(output).toContain('/no/such/folder');
		expect(code).toBe(1);
	});
});
