export function parseApplicantName(title: string): string {
	return title.slice(title.lastIndexOf('/') + 1);
}
