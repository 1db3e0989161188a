import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { BOT_CREDENTIALS } from '../../bot/cycle/startCycleWiki.ts';

interface BotProcess {
	/** Kills it at once. */
	kill(): void;
	/** The exit code, or null if killed, and stderr. */
	readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** Runs one cycle of the built bot in a separate process. */
export function startBotProcess(main: string, apiUrl: string, cache: string): BotProcess {
	const child = spawn(process.execPath, [main, 'run', '--cache', cache], {
		env: {
			PATH: process.env.PATH,
			WIKILEARN_API_URL: apiUrl,
			WIKILEARN_USERNAME: BOT_CREDENTIALS.username,
			WIKILEARN_PASSWORD: BOT_CREDENTIALS.password,
		},
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let stderr = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
	});
	return {
		kill: () => child.kill('SIGKILL'),
		ended: once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, stderr })),
	};
}
