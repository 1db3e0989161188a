import { sayLanguage } from '../ui/formatDateTime.ts';

type Proposal = readonly [value: string, label: string];

/** The larger languages of the movement; any other can be typed. */
const languages =
	'ar bn ca cs de el en eo es fa fi fr ha he hi hu id ig it ja ko ms nl pl pt ro ru sv sw ta th tr uk ur vi yo zh'.split(
		' ',
	);
const projects = ['commons', 'meta', 'wikidata', 'species', 'mediawiki'];

export function languageProposals(): readonly Proposal[] {
	return languages.map((code) => [code, sayLanguage(code)] as const);
}

/** Host names, as people know wikis. */
export function wikiProposals(): readonly Proposal[] {
	const shared = projects.map((name) =>
		name === 'wikidata' || name === 'mediawiki' ? `www.${name}.org` : `${name}.wikimedia.org`,
	);
	const hosts = [...languages.map((code) => `${code}.wikipedia.org`), ...shared];
	return hosts.map((host) => [host, ''] as const);
}

/** All time zones, where the browser can list them. */
export function timeZoneProposals(): readonly Proposal[] {
	const { supportedValuesOf } = Intl as unknown as { readonly supportedValuesOf?: (key: string) => string[] };
	return (supportedValuesOf?.('timeZone') ?? ['UTC']).map((zone) => [zone, ''] as const);
}
