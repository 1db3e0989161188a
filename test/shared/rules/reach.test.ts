import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../shared/wiki/facts.ts';
import { reachOf } from '../../../shared/rules/reach.ts';
import { global, known, local, withoutGlobal, withoutLocal } from './recordedFacts.ts';

const block = { extent: 'sitewide', expires: null, reason: 'spam' } as const;
const plain = known(local(), global());
const noAccount: Facts = {
	local: { known: false, why: 'no-account' },
	global: { known: false, why: 'no-account' },
};

describe('reachOf', () => {
	it.each([
		['an address that was handed over', 'sent', plain, 'email'],
		['a locked account that handed it over', 'sent', known(local(), global({ locked: true })), 'email'],
		['“sent” on the word of nobody', 'sent', noAccount, 'none'],
		['the wiki’s mail', 'not sent', plain, 'wiki-email'],
		['the same without CentralAuth', 'not sent', withoutGlobal(plain), 'wiki-email'],
		['the same without a global account', 'not sent', known(local(), { exists: false }), 'wiki-email'],
		['no mail', 'not sent', known(local({ emailable: false }), global()), 'talk'],
		['an account that could not be looked up', 'not sent', withoutLocal(plain), 'talk'],
		['no account', 'not sent', noAccount, 'none'],
		['a locked account', 'not sent', known(local(), global({ locked: true })), 'none'],
		['an indefinite block', 'not sent', known(local({ block }), global()), 'none'],
		[
			'a block that ends',
			'not sent',
			known(local({ block: { ...block, expires: '2030-01-01T00:00:00Z' } }), global()),
			'wiki-email',
		],
		[
			'a block of some pages',
			'not sent',
			known(local({ block: { ...block, extent: 'partial' }, emailable: false }), global()),
			'talk',
		],
	] as const)('%s', (_, email, facts, reach) => {
		expect(reachOf({ email }, facts)).toBe(reach);
	});
});
