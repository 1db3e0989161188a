import { SUMMARY_LIMIT } from '../render/summary/fitSummary.ts';

/** An edit summary that ends with a mark by which the edit is known again: what is cut of a long one is the text. */
export function markedSummary(text: string, mark: string): string {
	const room = SUMMARY_LIMIT - Array.from(mark).length - 1;
	const letters = Array.from(text);
	const said = letters.length <= room ? text : `${letters.slice(0, room - 1).join('')}…`;
	return `${said} ${mark}`;
}
