/** What was tried, how often, and what was lost: a line of the table that `npm run faults` prints. */
export interface Row {
	readonly tried: string;
	readonly times: number;
	/** Cases that went wrong, whatever that means there: text lost, written twice, a crash. */
	readonly lost: number;
	/** What the number of cases says nothing about; of what was lost, the first. */
	readonly detail: string;
}
