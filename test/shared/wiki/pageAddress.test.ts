import { describe, expect, it } from 'vitest';
import { pageAddress } from '../../../shared/wiki/readSite.ts';

const server = 'https://wiki.example.org';

describe('pageAddress', () => {
	it('follows the wiki’s article path', () => {
		const site = { server, articlePath: '/wiki/$1' };
		expect(pageAddress("Talk:Don't panic/Ü & $1?", site, 'wikilearn=email')).toBe(
			'https://wiki.example.org/wiki/Talk:Don%27t_panic/%C3%9C_%26_%241%3F?wikilearn=email',
		);
	});

	it('adds to a query that is there already', () => {
		const site = { server, articlePath: '/w/index.php?title=$1' };
		expect(pageAddress('Courses', site, 'wikilearn=email')).toBe(
			'https://wiki.example.org/w/index.php?title=Courses&wikilearn=email',
		);
	});
});
