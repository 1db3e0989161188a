import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { installWiki } from './installWiki.ts';
import { startWiki } from './startWiki.ts';
import type { Wiki } from './wiki.ts';

async function isServed(url: string): Promise<boolean> {
	try {
		await (await fetch(`${url}/w/api.php`)).arrayBuffer();
		return true;
	} catch {
		return false;
	}
}

async function startInOtherProcess(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
	const script = fileURLToPath(new URL('startAndWait.ts', import.meta.url));
	const child = spawn(process.execPath, ['--import', 'tsx', script], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [url] = (await once(child.stdout, 'data')) as [Buffer];
	return { child, url: url.toString().trim() };
}

describe('the process that started a wiki', () => {
	let wiki: Wiki;
	beforeAll(async () => {
		wiki = await startWiki();
	});
	afterAll(() => wiki.stop());

	it.each(['SIGKILL', 'SIGINT'] as const)('stops the server on %s', async (signal) => {
		const { child, url } = await startInOtherProcess();
		expect(await isServed(url)).toBe(true);
		child.kill(signal);
		await once(child, 'exit');
		for (let poll = 0; poll < 100 && (await isServed(url)); poll++) await delay(50);
		expect(await isServed(url)).toBe(false);
	});

	it('leaves a folder that the next start deletes', async () => {
		const { child } = await startInOtherProcess();
		const folders = join(wiki.dir, '..');
		const leftovers = (await readdir(folders)).filter((name) => name.startsWith(`${child.pid ?? 0}-`));
		expect(leftovers).toHaveLength(1);
		child.kill('SIGKILL');
		await once(child, 'exit');
		await (await startWiki()).stop();
		expect(existsSync(join(folders, leftovers[0]!))).toBe(false);
	});

	it('gets the reason when a wiki does not start', async () => {
		await expect(startWiki({ port: wiki.port })).rejects.toThrow('Address already in use');
		await expect(startWiki({ settings: 'this is not PHP' })).rejects.toThrow(/syntax error|ParseError/);
	});
});

describe('MEDIAWIKI_DIR', () => {
	it('is used in place of the package, and not written to', async () => {
		const { mediawikiDir } = await installWiki(() => undefined);
		const folder = await mkdtemp(join(tmpdir(), 'mediawiki-'));
		await symlink(mediawikiDir, join(folder, 'mine'));
		vi.stubEnv('MEDIAWIKI_DIR', join(folder, 'mine'));
		try {
			const own = await startWiki();
			expect(own.installation.mediawikiDir).toBe(join(folder, 'mine'));
			expect(await isServed(own.url)).toBe(true);
			await own.stop();
		} finally {
			vi.unstubAllEnvs();
			await rm(folder, { recursive: true });
		}
	});

	it('must be a MediaWiki', async () => {
		vi.stubEnv('MEDIAWIKI_DIR', tmpdir());
		await expect(installWiki(() => undefined)).rejects.toThrow('is not the folder of a MediaWiki');
		vi.unstubAllEnvs();
	});
});
