import { expect, it } from 'vitest';
import { findUsedMessages } from '../../../gadget/build/usedMessages.ts';

it('finds keys written in full or by prefix, and no others', () => {
	const messages = {
		'wikilearn-form-send': 'Send',
		'wikilearn-form-sending': 'Sending',
		'wikilearn-form-day-mon': 'Monday',
		'wikilearn-status-received': 'Received',
	};
	expect(
		Object.keys(findUsedMessages('s("wikilearn-form-send");s("wikilearn-form-day-"+d)', messages)),
	).toEqual(['wikilearn-form-send', 'wikilearn-form-day-mon']);
});
