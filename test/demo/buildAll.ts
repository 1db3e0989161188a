import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** `npm run build`, quietly; what it said is shown where it fails. */
export async function buildAll(): Promise<void> {
	const build = spawn(process.execPath, ['build.mjs'], {
		cwd: new URL('../..', import.meta.url),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const output: string[] = [];
	const listen = (chunk: Buffer): void => void output.push(chunk.toString());
	build.stdout.on('data', listen);
	build.stderr.on('data', listen);
	const [code] = (await once(build, 'close')) as [number | null];
	if (code !== 0) throw new Error(`the build failed:\n${output.join('')}`);
}
