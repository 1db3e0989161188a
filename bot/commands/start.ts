import type { Bookmark } from '../bookmark/bookmark.ts';
import { startSchedule } from '../startSchedule.ts';
import { connected } from './connected.ts';
import { describeError, EXIT } from './exit.ts';
import { tellCycle } from './run.ts';
import { warn } from './terminal.ts';

/** Runs cycles until the process is told to end. One that fails is told of, and the next one runs all the same. */
export async function start({ schedule }: { readonly schedule: string }): Promise<number> {
	const connection = await connected();
	let bookmark: Bookmark | null = null;
	const once = async () => {
		try {
			({ bookmark } = await tellCycle(connection, bookmark));
		} catch (error) {
			warn(describeError(error));
		}
	};
	await once();
	const end = startSchedule(schedule, once, () => {
		warn('A cycle is still running; the one due now is left out.');
	});
	await new Promise<void>((resolve) => {
		process.once('SIGINT', resolve);
		process.once('SIGTERM', resolve);
	});
	await end();
	return EXIT.done;
}
