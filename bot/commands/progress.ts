/**
 * How far something is, for people who wait: `[3/25] `, on a terminal with the time that is left: `[3/25, 12 s left] `.
 *
 * @param done how many are done
 * @param elapsed milliseconds that they took
 */
export function progress(done: number, total: number, elapsed: number, interactive: boolean): string {
	const left = Math.round((elapsed / done) * (total - done)) / 1000;
	const time = interactive && left >= 1 ? `, ${describeSeconds(left)} left` : '';
	return `[${done}/${total}${time}] `;
}

function describeSeconds(seconds: number): string {
	return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
