import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OwnPage } from '../../../bot/deploy/ownPages.ts';
import { planDeployment, planRollback } from '../../../bot/deploy/planDeployment.ts';
import { connectWiki } from '../../../bot/wiki/mwnWiki.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import type { Wiki as Port } from '../../../shared/wiki/wiki.ts';
import { deployPages } from '../../deployPages.ts';
import { login } from '../../wiki/apiSession.ts';
import { wikiAdmin } from '../../wiki/prepareTemplate.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';

const PASSWORD = 'a long password of 2031';
const BOT_PASSWORD = 'dddddddddddddddddddddddddddddddd';
const TEMPLATE = 'Template:WikiLearn status';
const SCRIPT = 'MediaWiki:Gadget-wikilearn.js';
const FORGED = 'Deployed WikiLearn applications 9.9.9, 2031-01-01T00:00:00Z';

function createVersion(number: number): readonly OwnPage[] {
	return [
		{ title: TEMPLATE, text: `version ${number}`, policy: 'whole' },
		{ title: SCRIPT, text: `// version ${number}`, policy: 'whole' },
	];
}

describe('detecting deployments on a real wiki', () => {
	let wiki: Wiki;
	let ada: Port;
	let grace: Port;
	const portOf = (name: string): Promise<Port> =>
		connectWiki({
			apiUrl: wiki.apiUrl,
			userAgent: 'wikilearn-test',
			credentials: { kind: 'bot-password', username: `${name}@deploy`, password: BOT_PASSWORD },
		});
	const editAs = async (name: string, title: string, text: string, summary: string): Promise<void> => {
		await (await login(wiki.apiUrl, name, PASSWORD)).edit({ title, text, summary });
	};
	const removeRights = async (user: string): Promise<void> => {
		const admin = await login(wiki.apiUrl, wikiAdmin.name, wikiAdmin.password);
		const token = await admin.token('userrights');
		await admin.post({ action: 'userrights', user, remove: 'interface-admin', token });
	};
	const kinds = async (port: Port, number: number): Promise<readonly string[]> =>
		(await planDeployment(port, createVersion(number))).map(({ kind }) => kind);
	const textOf = async (title: string): Promise<string | null> =>
		(await readPages(ada, [title])).get(title)?.revision.text ?? null;

	beforeAll(async () => {
		wiki = await startWiki();
		const grants = ['basic', 'editpage', 'createeditmovepage', 'editinterface', 'editsiteconfig'];
		const deployers = ['Ada', 'Grace'].map((name) => ({
			name,
			password: PASSWORD,
			groups: ['interface-admin'],
			botPasswords: [{ appId: 'deploy', password: BOT_PASSWORD, grants }],
		}));
		await wiki.createAccounts([...deployers, { name: 'Mallory', password: PASSWORD }]);
		ada = await portOf('Ada');
		await deployPages(ada, createVersion(1), '1');
		await deployPages(ada, createVersion(2), '2');
		await wiki.snapshot('deployed');
	});
	beforeEach(async () => {
		await wiki.restore('deployed');
		[ada, grace] = await Promise.all([portOf('Ada'), portOf('Grace')]);
	});
	afterAll(() => wiki.stop());

	it('accepts another account that may edit scripts', async () => {
		expect(await kinds(grace, 3)).toEqual(['write', 'write']);
	});

	it('ignores a template edit with a forged summary, and overwrites nothing', async () => {
		await editAs('Mallory', TEMPLATE, 'vandalism', FORGED);
		expect(await kinds(ada, 3)).toEqual(['changed-on-wiki', 'write']);
		const [unchanged] = await deployPages(ada, createVersion(3), '3');
		expect(unchanged).toEqual({ title: TEMPLATE, kind: 'changed-on-wiki' });
		expect(await textOf(TEMPLATE)).toBe('vandalism');
	});

	it('ignores forgeries when rolling back', async () => {
		await editAs('Mallory', TEMPLATE, 'vandalism', FORGED);
		await editAs('Mallory', TEMPLATE, 'more of it', `${FORGED}!`);
		const back = await planRollback(ada, createVersion(2));
		expect(back?.from).toBe('2');
		expect(back?.steps).toMatchObject([
			{ title: SCRIPT, kind: 'write', text: '// version 1' },
			{ title: TEMPLATE, kind: 'changed-on-wiki', text: 'version 1' },
		]);
	});

	it('works as before once the forgery is undone', async () => {
		await editAs('Mallory', TEMPLATE, 'vandalism', FORGED);
		await editAs('Grace', TEMPLATE, 'version 2', 'undone');
		expect(await kinds(ada, 3)).toEqual(['write', 'write']);
	});

	it('accepts one’s own deployment without the right', async () => {
		await removeRights('Ada');
		expect(await kinds(ada, 3)).toEqual(['write', 'write']);
	});

	it('does not accept templates from an account that lost the right, but accepts scripts', async () => {
		await removeRights('Ada');
		expect(await kinds(grace, 3)).toEqual(['changed-on-wiki', 'write']);
	});
});
