import cron from 'node-cron';

/** The next two runs of a schedule. */
export interface NextRuns {
	readonly next: Date;
	/** Seconds between the next run and the one after it. */
	readonly period: number;
}

/** @returns null for an invalid cron expression (minute hour day month weekday) */
export function findNextRuns(expression: string): NextRuns | null {
	if (!cron.validate(expression)) return null;
	const task = cron.createTask(expression, () => undefined);
	const [next, after] = task.getNextRuns(2);
	void task.destroy();
	return next && after ? { next, period: (after.getTime() - next.getTime()) / 1000 } : null;
}
