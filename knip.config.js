/** `knip --production` looks at the product alone, so that what nothing but tests use is reported. */
const isProduction = process.argv.includes('--production');

export default {
	// A mark of ! is knip's sign for what belongs to the product.
	entry: [
		'bot/main.ts!',
		'gadget/build/build.ts!',
		'gadget/entry.ts!',
		'gadget/{form,submit,requirements,my-application,review}/main.ts!',
		'test/**/*.test.ts',
		'test/**/main.ts',
		// Run by hand.
		'test/shared/programme/writeFallbacks.ts',
		'test/wiki/install.ts',
	],
	project: ['{bot,gadget,shared}/**/*.ts!', 'test/**/*.ts', '*.mjs'],
	// util-linux has it; the tests that need a wiki use it.
	ignoreBinaries: ['flock'],
	// A test may look at a part of a file that the product uses; it may not be all that uses it.
	ignoreExportsUsedInFile: isProduction,
};
