import { expect, it } from 'vitest';
import { usedMessages } from '../../../gadget/build/usedMessages.ts';

it('takes keys named in full and by their beginning, and no other', () => {
	const messages = {
		'wikilearn-form-send': 'Send',
		'wikilearn-form-sending': 'Sending',
		'wikilearn-form-day-mon': 'Monday',
		'wikilearn-status-received': 'Received',
	};
	expect(Object.keys(usedMessages('s("wikilearn-form-send");s("wikilearn-form-day-"+d)', messages))).toEqual([
		'wikilearn-form-send',
		'wikilearn-form-day-mon',
	]);
});
