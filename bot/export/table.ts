/** A table of texts. Columns keep their order and their names from one export to the next. */
export interface Table {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}
