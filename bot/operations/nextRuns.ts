import cron from 'node-cron';

/** When a schedule is due next. */
export interface NextRuns {
	readonly next: Date;
	/** Seconds from then to the one after it. */
	readonly period: number;
}

/** @returns null where the expression (minute hour day month weekday) is none */
export function findNextRuns(expression: string): NextRuns | null {
	if (!cron.validate(expression)) return null;
	const task = cron.createTask(expression, () => undefined);
	const [next, after] = task.getNextRuns(2);
	void task.destroy();
	return next && after ? { next, period: (after.getTime() - next.getTime()) / 1000 } : null;
}
