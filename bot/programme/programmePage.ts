/** Only interface administrators can edit it, which makes it the root of trust. */
export const PROGRAMME_PAGE = 'MediaWiki:Gadget-wikilearn-programme.json';
