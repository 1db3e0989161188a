/** Units to repeat up to the largest page size: each makes some parser quadratic, recursive or verbose. */
export const LONG_PAGE_UNITS: readonly string[] = [
	...[
		'x',
		' ',
		'\n',
		'\t',
		'|',
		'=',
		"'",
		'~',
		'_',
		'*',
		'-',
		'/',
		'&',
		'&#',
		'&#1;',
		'%',
		'@',
		'.',
		'0',
		'+1 ',
	],
	...[
		'{',
		'}',
		'{{',
		'}}',
		'{{{',
		'[[',
		']]',
		'-{',
		'{{a|',
		'{{a|b=',
		'{{a}}',
		'{{{a}}} ',
		'{{a[[',
		'[[a|',
		'[[',
	],
	...[
		'<',
		'>',
		'<!--',
		'<!---->',
		'<!--a-->',
		'\n <!--a-->\n',
		'<nowiki>',
		'<nowiki></nowiki>',
		'<ref',
		'<includeonly',
		'<br ',
	],
	...['\n==', '\n== a ==', '\n== Application ==\n', '\n== <nowiki><!--</nowiki> ==', '== <<<', '\n= [[[ ='],
	...['{{WikiLearn application', '{{WikiLearn application|', '{{WikiLearn application|course=iah}}'],
	...['{{WikiLearn application|course=', '{{WikiLearn application|<nowiki><!--</nowiki>=', '| a = b\n', '|a'],
	...['\n== Application ==\n{{WikiLearn application|course=iah|motivation=x}}'],
	...[
		'{{WikiLearn decision|outcome=accepted}}',
		'{{WikiLearn decision|outcome=',
		'{{WikiLearn reply|answer=x}}',
	],
	...['{{WikiLearn use the form|section-revision=1}}', '{{bots|deny=', '{{nobots}}', '#REDIRECT [['],
	...[
		'<!-- wikilearn:status begin -->',
		'<!-- wikilearn:status end -->',
		'a@b.c ',
		'ann at example dot ',
		'(at)',
	],
	...[
		'https://a ',
		'https://',
		'mon can 18:00-20:00; ',
		'telegram: ',
		'\ud800',
		'\udc00',
		'\ufffd',
		'\u202e',
		'😀',
	],
];

/** MediaWiki's page size limit in bytes; most of the units are ASCII. */
export const LARGEST_PAGE = 2 * 1024 * 1024;

export function repeatUnit(unit: string, length: number): string {
	return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** The places in an application for such a text. */
export const LONG_PAGE_FORMS: Readonly<Record<string, (text: string) => string>> = {
	alone: (text) => text,
	'on a line': (text) => `x\n${text}\n{{WikiLearn application|course=iah}}`,
	'in an answer': (text) => `{{WikiLearn application|course=iah|motivation=${text}}}`,
	'as the course': (text) => `{{WikiLearn application|course=${text}}}`,
	'as a name': (text) => `{{WikiLearn application|course=iah|${text}=me@example.org}}`,
	'in a heading': (text) => `== Application ${text} ==\n{{WikiLearn application|course=iah}}`,
	'in a reply': (text) => `{{WikiLearn application|course=iah}}{{WikiLearn reply|answer=${text}}}`,
	'in the region': (text) =>
		`{{WikiLearn application|course=iah}}<!-- wikilearn:status begin -->${text}<!-- wikilearn:status end -->`,
};
