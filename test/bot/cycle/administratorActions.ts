import type { RandomScene } from './randomScene.ts';

/** What administrators do, at random. Each says what it was. */
export class AdministratorActions {
	constructor(private readonly scene: RandomScene) {}

	async move(): Promise<string> {
		const isTalk = this.scene.random.chance(0.2);
		const from = isTalk ? this.scene.talk() : await this.scene.page();
		const to = this.scene.random.pick([
			await this.scene.page(),
			`${this.scene.folder()}/${this.scene.someone()}`,
			`${from}/Archive`,
			'Somewhere else',
		]);
		const noredirect = this.scene.random.chance(0.5);
		await (await this.scene.admin()).post({ action: 'move', from, to, noredirect, ignorewarnings: true });
		return `${from} is moved to ${to}${noredirect ? ' without a redirect' : ''}`;
	}

	async remove(): Promise<string> {
		const title = this.scene.random.chance(0.2) ? this.scene.talk() : await this.scene.page();
		await (await this.scene.admin()).post({ action: 'delete', title });
		return `${title} is deleted`;
	}

	async restorePage(): Promise<string> {
		const title = this.scene.random.chance(0.2) ? this.scene.talk() : await this.scene.page();
		await (await this.scene.admin()).post({ action: 'undelete', title });
		return `${title} is undeleted`;
	}

	async hide(): Promise<string> {
		const title = this.scene.random.chance(0.5) ? this.scene.talk() : await this.scene.page();
		const [first, ...others] = (await this.scene.revisions(title)).slice(0, -1);
		if (first === undefined) return 'nothing to hide';
		const ids = this.scene.random.pick([first, ...others]);
		const fields = this.scene.random.pick(['user', 'content', 'user|content']);
		const visibility = this.scene.random.chance(0.7) ? { hide: fields } : { show: fields };
		await (await this.scene.admin()).post({ action: 'revisiondelete', type: 'revision', ids, ...visibility });
		return `${fields} of a revision of ${title}: ${JSON.stringify(visibility)}`;
	}

	async changeRights(): Promise<string> {
		const user = this.scene.someone();
		const group = this.scene.random.pick(['sysop', 'rollbacker']);
		const admin = await this.scene.admin();
		const groupChange = this.scene.random.chance(0.5) ? { add: group } : { remove: group };
		await admin.post({ action: 'userrights', user, ...groupChange, token: await admin.token('userrights') });
		return `rights of ${user}: ${JSON.stringify(groupChange)}`;
	}

	async block(): Promise<string> {
		const user = this.scene.someone();
		const admin = await this.scene.admin();
		if (this.scene.random.chance(0.5)) {
			await admin.post({ action: 'unblock', user });
			return `${user} is unblocked`;
		}
		const partial = { partial: true, pagerestrictions: 'Main Page' };
		const extent = this.scene.random.chance(0.5) ? partial : {};
		await admin.post({
			action: 'block',
			user,
			...extent,
			allowusertalk: true,
			reblock: true,
			expiry: 'infinite',
		});
		return `${user} is blocked`;
	}
}
