import { ApiError } from '../../wiki/apiSession.ts';
import { AdministratorsDo } from './administratorsDo.ts';
import { RandomScene, type Names } from './randomScene.ts';
import type { SeededRandom } from './seededRandom.ts';
import type { CycleWiki } from './startCycleWiki.ts';
import { VolunteersDo } from './volunteersDo.ts';

/** Things that people do on a wiki, on few pages, so that they get in each other's way. */
export class RandomHistory {
	private readonly scene: RandomScene;
	private readonly volunteers: VolunteersDo;
	private readonly administrators: AdministratorsDo;

	constructor(
		wiki: CycleWiki,
		private readonly random: SeededRandom,
		private readonly people: Names,
	) {
		this.scene = new RandomScene(wiki, random, people);
		this.volunteers = new VolunteersDo(this.scene);
		this.administrators = new AdministratorsDo(this.scene);
	}

	/** Everybody applies, and most get a decision: without that there is little to break. */
	async begin(): Promise<void> {
		for (const who of this.people) {
			await this.scene.edit(who, { title: `${this.scene.folder()}/${who}`, text: this.scene.text() });
			await this.scene.edit(who, {
				title: this.scene.talk(),
				section: 'new',
				sectiontitle: who,
				text: this.scene.text(),
			});
			await this.attempt(() => this.volunteers.decide());
		}
	}

	/** One thing happens. @returns what it was, for the message of a failing test */
	async step(): Promise<string> {
		this.scene.count++;
		const things: readonly [() => Promise<string>, ...(() => Promise<string>)[]] = [
			() => this.volunteers.apply(),
			() => this.volunteers.apply(),
			() => this.volunteers.say(),
			() => this.volunteers.say(),
			() => this.volunteers.change(),
			() => this.volunteers.change(),
			() => this.volunteers.decide(),
			() => this.volunteers.decide(),
			() => this.volunteers.reply(),
			() => this.volunteers.reply(),
			() => this.volunteers.goBack(),
			() => this.administrators.move(),
			() => this.administrators.move(),
			() => this.volunteers.redirect(),
			() => this.administrators.remove(),
			() => this.administrators.bringBack(),
			() => this.administrators.hide(),
			() => this.administrators.changeRights(),
			() => this.administrators.block(),
			() => this.scene.renameSomeone(),
			() => this.scene.renameSomeone(),
			() => this.volunteers.editElsewhere(),
		];
		return this.attempt(this.random.pick(things));
	}

	/** A page that is not there, a block, a move onto another page: the wiki says no, and nothing happens. */
	private async attempt(thing: () => Promise<string>): Promise<string> {
		try {
			return await thing();
		} catch (error) {
			if (error instanceof ApiError) return `refused: ${error.code}`;
			throw error;
		}
	}
}
