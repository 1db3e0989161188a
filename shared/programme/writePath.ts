/** Steps into a JSON value as people read them: `courses[0].closes`; odd keys in quotes. */
export function writePath(steps: readonly unknown[]): string {
	return steps.map(writeStep).join('').replace(/^\./, '');
}

function writeStep(step: unknown): string {
	if (typeof step === 'number') return `[${step}]`;
	const key = String(step);
	return /^[\w$-]{1,60}$/.test(key) ? `.${key}` : `[${JSON.stringify(key.slice(0, 60))}]`;
}
