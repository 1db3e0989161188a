import { isIP } from 'node:net';

/** A revision; `timestamp` is an ISO 8601 instant, `user` an account or IP address (others are shown as `>NAME`). */
interface ImportedRevision {
	readonly user: string;
	readonly timestamp: string;
	readonly text: string;
	readonly comment?: string;
}

export interface ImportedPage {
	readonly title: string;
	/** Oldest first. */
	readonly revisions: readonly ImportedRevision[];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
	return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

function writeContributor(user: string): string {
	return isIP(user) ? `<ip>${user}</ip><id>0</id>` : `<username>${escapeXml(user)}</username>`;
}

function writeRevision(revision: ImportedRevision): string {
	const timestamp = new Date(revision.timestamp).toISOString().replace(/\.\d+Z$/, 'Z');
	return (
		`<revision><timestamp>${timestamp}</timestamp>` +
		`<contributor>${writeContributor(revision.user)}</contributor>` +
		`<comment>${escapeXml(revision.comment ?? '')}</comment>` +
		`<text xml:space="preserve">${escapeXml(revision.text)}</text></revision>`
	);
}

/** Writes pages as a dump that MediaWiki's `importDump.php` reads. */
export function writeImportXml(pages: readonly ImportedPage[]): string {
	const body = pages.map(
		(page) =>
			`<page><title>${escapeXml(page.title)}</title>${page.revisions.map(writeRevision).join('')}</page>`,
	);
	return `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10" xml:lang="en">\n${body.join('\n')}\n</mediawiki>\n`;
}
