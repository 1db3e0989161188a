/** The root of trust. Who has `editinterface` and `editsitejson` can edit it: plain MediaWiki lets every administrator. */
export const PROGRAMME_PAGE = 'MediaWiki:Gadget-wikilearn-programme.json';
