import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../../shared/wiki/accountFacts.ts';
import { getContactChannel } from '../../../shared/rules/contactChannel.ts';
import {
	createGlobalAccount,
	createFacts,
	createLocalAccount,
	withoutGlobal,
	withoutLocal,
} from './recordedFacts.ts';

const block = { extent: 'sitewide', expires: null, reason: 'spam' } as const;
const plain = createFacts(createLocalAccount(), createGlobalAccount());
const noAccount: AccountFacts = {
	local: { known: false, reason: 'no-account' },
	global: { known: false, reason: 'no-account' },
};

describe('reachOf', () => {
	it.each([
		['an address that was handed over', 'sent', plain, 'email'],
		[
			'a locked account that handed it over',
			'sent',
			createFacts(createLocalAccount(), createGlobalAccount({ locked: true })),
			'email',
		],
		['“sent” on the word of nobody', 'sent', noAccount, 'none'],
		['the wiki’s mail', 'not sent', plain, 'wiki-email'],
		['the same without CentralAuth', 'not sent', withoutGlobal(plain), 'wiki-email'],
		[
			'the same without a global account',
			'not sent',
			createFacts(createLocalAccount(), { exists: false }),
			'wiki-email',
		],
		[
			'no mail',
			'not sent',
			createFacts(createLocalAccount({ emailable: false }), createGlobalAccount()),
			'talk',
		],
		['an account that could not be looked up', 'not sent', withoutLocal(plain), 'talk'],
		['no account', 'not sent', noAccount, 'none'],
		[
			'a locked account',
			'not sent',
			createFacts(createLocalAccount(), createGlobalAccount({ locked: true })),
			'none',
		],
		[
			'an indefinite block',
			'not sent',
			createFacts(createLocalAccount({ block }), createGlobalAccount()),
			'none',
		],
		[
			'a block that ends',
			'not sent',
			createFacts(
				createLocalAccount({ block: { ...block, expires: '2030-01-01T00:00:00Z' } }),
				createGlobalAccount(),
			),
			'wiki-email',
		],
		[
			'a block of some pages',
			'not sent',
			createFacts(
				createLocalAccount({ block: { ...block, extent: 'partial' }, emailable: false }),
				createGlobalAccount(),
			),
			'talk',
		],
	] as const)('%s', (_, email, facts, reach) => {
		expect(getContactChannel({ email }, facts)).toBe(reach);
	});
});
