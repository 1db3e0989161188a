/** What people are told where a save did not come about; nothing that they wrote is lost, and it can be tried again. */
export interface SaveWords {
	/** No answer: nobody knows. */
	readonly lost: string;
	/** What it is about was changed by somebody, or in another tab. */
	readonly changed: string;
	/** The page, or the application on it, is gone. */
	readonly deleted: string;
	/** Where a new page was wanted, one's own is there already, or somebody else's. */
	readonly exists: string;
	readonly existsOther: string;
	/** @param refused the API's code, and its message in the reader's language as plain text */
	readonly refused: (refused: { readonly code: string; readonly message: string }) => string;
}
