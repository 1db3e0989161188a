import { expect, it } from 'vitest';
import { readApplications } from '../../../shared/application/readApplications.ts';
import { rememberingCalls } from '../../../shared/application/rememberingCalls.ts';

const call = '{{WikiLearn application|course=iah|why=a &#124; b|why=c}}';

it('reads a call once that stays as it was, wherever it stands', () => {
	const read = rememberingCalls();
	const [before, after] = [call, `Moved down. ${call}`].map((text) =>
		readApplications(text, undefined, read),
	);
	expect(after).toMatchObject({
		applications: [{ application: { course: 'iah', answers: { why: 'c' } }, start: 12 }],
		problems: [{ kind: 'duplicate-parameter', start: 12, name: 'why' }],
	});
	expect(after?.applications[0]?.application).toBe(before?.applications[0]?.application);
	expect(before?.problems).toMatchObject([{ start: 0 }]);
});

it('reads a call again in which anything changed', () => {
	const read = rememberingCalls();
	readApplications(call, undefined, read);
	const { applications } = readApplications(call.replace('=c', '=d'), undefined, read);
	expect(applications[0]?.application.answers).toEqual({ why: 'd' });
});
