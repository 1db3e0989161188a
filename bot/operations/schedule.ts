import cron from 'node-cron';

/**
 * Runs a task on a cron schedule (minute hour day month weekday), one run at a time. A run that falls due while
 * another is active is skipped.
 *
 * @param onMissed called for each skipped run
 * @returns stops the schedule, without waiting for an active run
 */
export function startSchedule(
	expression: string,
	task: () => Promise<void>,
	onMissed: () => void,
): () => Promise<void> {
	const scheduled = cron.schedule(expression, task, { noOverlap: true });
	scheduled.on('execution:overlap', onMissed);
	return async () => {
		await scheduled.destroy();
	};
}
