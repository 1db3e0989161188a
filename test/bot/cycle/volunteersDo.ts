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
			text.replace('withdrawn = yes', ''),
			text.replace('| email', '| withdrawn = yes\n| email'),
			text.replace(/== .*? ==/, `== Renamed ${this.scene.count} ==`),
			text.replace(/\{\{WikiLearn decision[^}]*\}\}/, ''),
			text.replace('accepted', 'declined'),
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
		const title = this.scene.random.chance(0.3) ? this.scene.talk() : await this.scene.page();
		const outcome = this.scene.random.pick(['accepted', 'waitlisted', 'declined', 'perhaps']);
		await this.scene.edit(who, {
			title,
			appendtext: `\n{{WikiLearn decision|outcome=${outcome}}}`,
			nocreate: true,
		});
		return `${who} decides ${outcome} on ${title}`;
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
