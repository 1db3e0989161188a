import cron from 'node-cron';

/**
 * Runs a task by a cron expression (minute hour day month weekday), never two at a time: what falls due while one
 * runs is left out, as the next run sees the same wiki.
 *
 * @param onMissed told when a run was left out
 * @returns a function that ends the schedule; it does not wait for a run under way
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
