/**
 * How far something is, for people who wait: `[3/25] `, on a terminal with the time that is left: `[3/25, 12 s left] `.
 *
 * @param done how many are done
 * @param total of how many; null where that is not known
 * @param elapsed milliseconds that they took
 */
export function progress(done: number, total: number | null, elapsed: number, interactive: boolean): string {
	if (total === null) return `[${done}] `;
	const left = done === 0 ? 0 : Math.round((elapsed / done) * (total - done)) / 1000;
	const time = interactive && left >= 1 ? `, ${describeSeconds(left)} left` : '';
	return `[${done}/${total}${time}] `;
}

function describeSeconds(seconds: number): string {
	if (seconds < 90) return `${Math.round(seconds)} s`;
	const minutes = Math.round(seconds / 60);
	return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
