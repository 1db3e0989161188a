import type { Application } from '../application/application.ts';
import { isSameAccount } from './isSameAccount.ts';
import type { Traced } from './traceCalls.ts';

/**
 * Whether a call on a talk page only repeats, word for word, what another account's application there says or said:
 * someone quotes it in a reply. Two empty ones are two people who have not filled in theirs yet.
 */
export function isQuote(one: Traced<Application>, all: readonly Traced<Application>[]): boolean {
	if (one.versions.some(({ value }) => !hasAnswers(value))) return false;
	const [{ change }] = one.versions;
	return all.some((other) => {
		const [first] = other.versions;
		if (first.change.revid >= change.revid || isSameAccount(first.change, change)) return false;
		return one.versions.every(({ key }) => other.versions.some((version) => version.key === key));
	});
}

function hasAnswers({ answers }: Application): boolean {
	return Object.keys(answers).some((id) => answers[id] !== '');
}
