/** Without what differs from run to run: ports, instants, commits, revision ids, durations. */
export function normalizeOutput(output: string, differences: 'shown' | 'left out'): string {
	const plain = output
		.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
		.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'TIME')
		.replace(/\((?:[0-9a-f]{7,40})(-dirty)?\)/g, '(COMMIT)')
		.replace(/revision \d+/g, 'revision N')
		.replace(/process \d+ on \S+,/g, 'process N on HOST,')
		.replace(/\b\d+\.\d s\b/g, 'N s')
		.replace(/"milliseconds": ?\d+/g, '"milliseconds":N')
		.replace(/(?:202[6-9]|20[3-8]\d)-\d\d-\d\d(?: \d\d:\d\d UTC)?/g, 'TIME')
		.replace(/\d\d:\d\d, \d{1,2} [A-Z][a-z]+ 20\d\d \(UTC\)/g, 'TIME')
		.replace(/wikilearn:notice\/(\w+)\/\d+/g, 'wikilearn:notice/$1/N')
		.replace(/wikilearn:answer\/[\d,]+/g, 'wikilearn:answer/N')
		.replace(/(accepted|waitlisted|declined)-\d+/g, '$1-N')
		.replace(/\|(id|diff)=\d+/g, '|$1=N')
		.replace(/"(revid|requests)":( ?)\d+/g, '"$1":$2N')
		.replace(/"user_id":( ?)"\d+"/g, '"user_id":$1"N"')
		.replace(/Special:Diff\/\d+/g, 'Special:Diff/N')
		.replace(/\b\d+ changes? on the wiki/g, 'N changes on the wiki')
		.replace(/\b\d+ requests?,/g, 'N requests,')
		.replace(/[\d,]+ days before applying/g, 'N days before applying')
		.replace(/"pid": \d+/g, '"pid": N')
		.replace(/"host": "[^"]*"/g, '"host": "HOST"')
		.replace(/\[ *\d+\/\d+\]/g, '[N/N]')
		.replace(/\b\d+ of \d+ pages (.*), \d+ unchanged/g, 'N of N pages $1, N unchanged')
		.replace(/\$ (.*)/, (line) => line.replace(/\/\S*\/(?=[^/ ]+)/g, ''))
		.replace(/pages: \d+ of \d+/g, 'pages: N of N')
		.replace(/and \d+ more/g, 'and N more');
	return differences === 'shown' ? plain : omitDiffs(plain);
}

function omitDiffs(output: string): string {
	return output
		.replace(/^@@ .* @@$/gm, '@@ … @@')
		.replace(/^\+(?!\+\+).*$/gm, '+…')
		.replace(/^(\[N\/N\] (?:Template|MediaWiki:Gadget)).*: saved$/gm, '$1…: saved')
		.split('\n')
		.filter((line, index, lines) => !isRepeatedLine(line, lines[index - 1] ?? '', lines[index - 2] ?? ''))
		.join('\n');
}

/** Which templates and scripts there are, and what they say, is not what the examples are about. */
function isRepeatedLine(...lines: readonly string[]): boolean {
	const kinds = lines.map((line) => /^([+-](?![+-])|\[N\/N\] (Template|MediaWiki):)/.exec(line)?.[0] ?? line);
	return kinds.every((kind) => kind !== '' && kind === kinds[0]);
}
