import { writeAction } from '../../../shared/actions/mark.ts';
import type { RandomScene } from './randomScene.ts';

/** What people without rights do, at random. Each says what it was. */
export class VolunteersDo {
	constructor(private readonly scene: RandomScene) {}

	async apply(): Promise<string> {
		const who = this.scene.someone();
		const title = this.scene.random.chance(0.8) ? `${this.scene.folder()}/${who}` : await this.scene.page();
		await this.scene.edit(who, { title, text: this.scene.text() });
		return `${who} applies on ${title}`;
	}

	async say(): Promise<string> {
		const who = this.scene.someone();
		const title = this.scene.talk();
		const sectiontitle = this.scene.random.pick(['Application', 'My application', 'Question', who]);
		const text = this.scene.random.pick([
			this.scene.text(),
			'I would like to take part',
			`<nowiki>${this.scene.text()}</nowiki>`,
		]);
		await this.scene.edit(who, { title, section: 'new', sectiontitle, text: `${text} ~~~~` });
		return `${who} says “${sectiontitle}” on ${title}`;
	}

	async change(): Promise<string> {
		const who = this.scene.random.chance(0.5) ? this.scene.someone() : 'Rita';
		const title = this.scene.random.chance(0.5) ? this.scene.talk() : await this.scene.page();
		const text = await this.scene.textOf(title);
		const changed = this.scene.random.pick([
			text.replace(/motivation = .*/, `motivation = changed ${this.scene.count}`),
			text.replace('| email', '| save = abcdefgh\n| email'),
			text.replace(/== .*? ==/, `== Renamed ${this.scene.count} ==`),
			`<!-- ${text} -->`,
			text.replace('}}', '}'),
			text
				.split(/(?=^== )/m)
				.reverse()
				.join('\n'),
			'nothing left',
		]);
		await this.scene.edit(who, { title, text: changed, nocreate: true });
		return `${who} changes ${title}`;
	}

	async decide(): Promise<string> {
		const who = this.scene.random.chance(0.7) ? 'Rita' : this.scene.someone();
		const person = this.scene.random.pick(this.scene.people);
		const outcome = this.scene.random.pick(['accepted', 'waitlisted', 'declined', 'recused'] as const);
		await this.scene.decide(who, outcome, person);
		return `${who} decides ${outcome} about ${person}`;
	}

	/** On a page that is there: their own, or another one's. */
	async reply(): Promise<string> {
		const who = this.scene.someone();
		const title = await this.scene.page();
		const answer = this.scene.random.pick(['confirmed', 'declined', 'withdrawn'] as const);
		const offer = answer === 'withdrawn' ? null : 1 + Math.floor(this.scene.random.next() * 100);
		const course = title.startsWith('Learn/Harassment') ? 'iah' : 'pb';
		await this.scene.edit(who, {
			title,
			appendtext: `\n* ${answer}`,
			nocreate: true,
			summary: writeAction({ kind: 'reply', course, answer, offer }, `nonce${this.scene.count + 1000}`),
		});
		return `${who} replies ${answer} on ${title}`;
	}

	/** To any older text: a rollback, an undo, or vandalism. */
	async goBack(): Promise<string> {
		const who = this.scene.random.chance(0.5) ? this.scene.someone() : 'Rita';
		const title = this.scene.random.chance(0.5) ? this.scene.talk() : await this.scene.page();
		const revisions = await this.scene.revisions(title);
		const [first, ...more] = revisions;
		if (first === undefined) return 'nothing to go back to';
		await this.scene.edit(who, {
			title,
			text: await this.scene.textOf(title, this.scene.random.pick([first, ...more])),
		});
		return `${who} brings ${title} back to an older text`;
	}

	async redirect(): Promise<string> {
		const who = this.scene.someone();
		const [title, to] = [await this.scene.page(), await this.scene.page()];
		await this.scene.edit(who, { title, text: `#REDIRECT [[${to}]]` });
		return `${who} redirects ${title} to ${to}`;
	}

	async editElsewhere(): Promise<string> {
		const who = this.scene.someone();
		await this.scene.edit(who, { title: 'Main Page', text: `Edit ${this.scene.count}` });
		return `${who} edits another page`;
	}
}
