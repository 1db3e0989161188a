const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The customary exit codes of processes that a signal ended: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Does something; the first Ctrl-C (or SIGTERM) is passed on to it as an abort, the second ends the process at once. */
export async function untilInterrupted<T>(
	task: (signal: AbortSignal) => Promise<T>,
	tell: (line: string) => void,
): Promise<T> {
	const controller = new AbortController();
	const listeners = SIGNALS.map((name) => {
		const listener = (): void => {
			if (controller.signal.aborted) process.exit(EXIT_CODES[name]);
			tell('Stopping after what is under way. Once more stops now.');
			controller.abort();
		};
		process.on(name, listener);
		return { name, listener };
	});
	try {
		return await task(controller.signal);
	} finally {
		for (const { name, listener } of listeners) process.off(name, listener);
	}
}
