import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** `npm run build`, quietly; what it said is shown where it fails. */
export async function buildAll(): Promise<void> {
	const build = spawn(process.execPath, ['build.mjs'], {
		cwd: new URL('../..', import.meta.url),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let said = '';
	for (const stream of [build.stdout, build.stderr])
		stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const [code] = (await once(build, 'close')) as [number | null];
	if (code !== 0) throw new Error(`the build failed:\n${said}`);
}
