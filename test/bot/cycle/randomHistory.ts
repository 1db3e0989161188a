import { ApiError } from '../../wiki/apiSession.ts';
import { AdministratorActions } from './administratorActions.ts';
import { RandomScene, type Names } from './randomScene.ts';
import type { SeededRandom } from './seededRandom.ts';
import type { CycleWiki } from './startCycleWiki.ts';
import { VolunteerActions } from './volunteerActions.ts';

/** Things that people do on a wiki, on few pages, so that they get in each other's way. */
export class RandomHistory {
	private readonly scene: RandomScene;
	private readonly volunteers: VolunteerActions;
	private readonly administrators: AdministratorActions;

	constructor(
		wiki: CycleWiki,
		private readonly random: SeededRandom,
		private readonly people: Names,
	) {
		this.scene = new RandomScene(wiki, random, people);
		this.volunteers = new VolunteerActions(this.scene);
		this.administrators = new AdministratorActions(this.scene);
	}

	/** Everybody applies, and most get a decision: without that there is little to break. */
	async begin(): Promise<void> {
		for (const user of this.people) {
			await this.scene.edit(user, { title: `${this.scene.folder()}/${user}`, text: this.scene.text() });
			await this.scene.edit(user, {
				title: this.scene.talk(),
				section: 'new',
				sectiontitle: user,
				text: this.scene.text(),
			});
			await this.attempt(() => this.volunteers.decide());
		}
	}

	/** One thing happens. @returns what it was, for the message of a failing test */
	async step(): Promise<string> {
		this.scene.count++;
		const actions: readonly [() => Promise<string>, ...(() => Promise<string>)[]] = [
			() => this.volunteers.apply(),
			() => this.volunteers.apply(),
			() => this.volunteers.postSection(),
			() => this.volunteers.postSection(),
			() => this.volunteers.change(),
			() => this.volunteers.change(),
			() => this.volunteers.decide(),
			() => this.volunteers.decide(),
			() => this.volunteers.reply(),
			() => this.volunteers.reply(),
			() => this.volunteers.saveOldRevision(),
			() => this.administrators.move(),
			() => this.administrators.move(),
			() => this.volunteers.redirect(),
			() => this.administrators.remove(),
			() => this.administrators.restorePage(),
			() => this.administrators.hide(),
			() => this.administrators.changeRights(),
			() => this.administrators.block(),
			() => this.scene.renamePerson(),
			() => this.scene.renamePerson(),
			() => this.volunteers.editRandomPage(),
		];
		return this.attempt(this.random.pick(actions));
	}

	/** A page that is not there, a block, a move onto another page: the wiki says no, and nothing happens. */
	private async attempt(action: () => Promise<string>): Promise<string> {
		try {
			return await action();
		} catch (error) {
			if (error instanceof ApiError) return `refused: ${error.code}`;
			throw error;
		}
	}
}
