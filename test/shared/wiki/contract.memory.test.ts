import { readFileSync } from 'node:fs';
import { beforeAll, describe } from 'vitest';
import { MemoryWiki } from '../../memory/memoryWiki.ts';
import { describeContract } from './contract.ts';

function recorded(name: string): unknown {
	const file = new URL(`../../wiki/globaluserinfo/${name}.json`, import.meta.url);
	return (JSON.parse(readFileSync(file, 'utf8')) as { query: { globaluserinfo: unknown } }).query
		.globaluserinfo;
}

describe('the fake wiki', () => {
	const wiki = new MemoryWiki();
	const globals = new Map(['Volunteer', 'SysopAbroad'].map((name) => [name, recorded(name)]));

	beforeAll(() => {
		wiki.addAccount('Volunteer');
		wiki.addAccount('LocalSysop', { groups: [{ group: 'sysop', expiry: '2099-01-01T00:00:00Z' }] });
		wiki.addAccount('SysopAbroad');
		wiki.state.globals = globals;
	});

	describeContract(() => ({
		as: (name) => {
			wiki.state.globals = globals;
			return Promise.resolve(wiki.as(name));
		},
		withoutCentralAuth: () => {
			wiki.state.globals = null;
			return Promise.resolve(wiki.as('Volunteer'));
		},
	}));
});
