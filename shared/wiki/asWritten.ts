/** A user name as the wiki writes it: blanks for underscores, the first letter upper case. */
export function asWritten(name: string): string {
	const plain = name.replace(/_/g, ' ').trim();
	return plain.charAt(0).toUpperCase() + plain.slice(1);
}
