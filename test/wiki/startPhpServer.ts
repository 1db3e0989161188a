import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { WikiInstallation } from './installWiki.ts';
import { phpEnvironment, phpOptions, phpScript } from './phpCommand.ts';

export interface PhpServer {
	/** Stops the server and its workers; resolves once they have ended. */
	stop(): Promise<void>;
}

/** Returns a free TCP port of 127.0.0.1. */
export async function findFreePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('no TCP port');
	return address.port;
}

/**
 * Runs in its own process group and kills all of it (PHP forks workers) when PHP ends, or when the pipe from this
 * process closes, which happens however this process ends, even by `kill -9`.
 */
const supervisor = '{ "$@"; kill -9 0; } & read -r _; kill -9 0';

/** Probes once: returns the wiki's response, or `undefined` if nothing, or another server, responds. */
async function probe(apiUrl: string, wikiDir: string): Promise<string | undefined> {
	try {
		const url = `${apiUrl}?action=query&format=json`;
		const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
		const body = await response.text();
		return response.headers.get('x-test-wiki') === basename(wikiDir) ? body : undefined;
	} catch {
		return undefined;
	}
}

async function waitUntilUp(child: ChildProcess, apiUrl: string, wikiDir: string): Promise<void> {
	const end = Date.now() + 60_000;
	let body: string | undefined;
	while (body === undefined && Date.now() < end && child.exitCode === null && child.signalCode === null) {
		body = await probe(apiUrl, wikiDir);
		if (body === undefined) await delay(25);
	}
	if (body?.includes('"batchcomplete"')) return;
	const log = await readFile(join(wikiDir, 'server.log'), 'utf8');
	throw new Error(`no wiki at ${apiUrl}\n${body ?? ''}\n${log.slice(-2000)}`);
}

/**
 * Serves the wiki in this folder at 127.0.0.1:`port` and resolves once it responds. Does not keep Node running.
 * Throws an `Error` with the end of the server's log if it fails to start, for example if the port is in use.
 */
export async function startPhpServer(
	installation: WikiInstallation,
	wikiDir: string,
	port: number,
): Promise<PhpServer> {
	const log = await open(join(wikiDir, 'server.log'), 'a');
	const serve = ['-S', `127.0.0.1:${port}`, '-t', join(wikiDir, 'public'), phpScript('router.php')];
	const args = ['-c', supervisor, 'sh', installation.php, ...(await phpOptions()), ...serve];
	const child = spawn('sh', args, {
		cwd: wikiDir,
		detached: true,
		env: { ...phpEnvironment(installation, wikiDir), PHP_CLI_SERVER_WORKERS: '4' },
		stdio: ['pipe', log.fd, log.fd],
	});
	await log.close();
	const exited = once(child, 'exit');
	child.unref();
	const pipe = child.stdin;
	pipe?.on('error', () => undefined);
	async function stop(): Promise<void> {
		child.ref();
		pipe?.destroy();
		await exited;
	}
	try {
		await waitUntilUp(child, `http://127.0.0.1:${port}/w/api.php`, wikiDir);
	} catch (error) {
		await stop();
		throw error;
	}
	return { stop };
}
