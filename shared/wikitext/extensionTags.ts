/**
 * The extension tags of Wikimedia wikis: their content is opaque to the preprocessor. A wiki tells its own by
 * `meta=siteinfo&siprop=extensiontags`.
 */
export const extensionTags: readonly string[] = (
	'nowiki pre gallery indicator langconvert ref references syntaxhighlight source math chem ce score timeline ' +
	'templatedata templatestyles poem section inputbox imagemap hiero categorytree charinsert maplink mapframe ' +
	'mapdata graph phonos languages rss dynamicpagelist quiz'
).split(' ');
