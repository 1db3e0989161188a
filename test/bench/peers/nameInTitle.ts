export function nameInTitle(title: string): string {
	return title.slice(title.lastIndexOf('/') + 1);
}
