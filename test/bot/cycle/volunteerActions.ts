import { writeAction } from '../../../shared/actions/mark.ts';
import type { RandomScene } from './randomScene.ts';

/** What people without rights do, at random. Each says what it was. */
export class VolunteerActions {
	constructor(private readonly scene: RandomScene) {}

	async apply(): Promise<string> {
		const user = this.scene.someone();
		const title = this.scene.random.chance(0.8) ? `${this.scene.folder()}/${user}` : await this.scene.page();
		await this.scene.edit(user, { title, text: this.scene.text() });
		return `${user} applies on ${title}`;
	}

	async postSection(): Promise<string> {
		const user = this.scene.someone();
		const title = this.scene.talk();
		const sectiontitle = this.scene.random.pick(['Application', 'My application', 'Question', user]);
		const text = this.scene.random.pick([
			this.scene.text(),
			'I would like to take part',
			`<nowiki>${this.scene.text()}</nowiki>`,
		]);
		await this.scene.edit(user, { title, section: 'new', sectiontitle, text: `${text} ~~~~` });
		return `${user} says “${sectiontitle}” on ${title}`;
	}

	async change(): Promise<string> {
		const user = this.scene.random.chance(0.5) ? this.scene.someone() : 'Rita';
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
		await this.scene.edit(user, { title, text: changed, nocreate: true });
		return `${user} changes ${title}`;
	}

	async decide(): Promise<string> {
		const user = this.scene.random.chance(0.7) ? 'Rita' : this.scene.someone();
		const person = this.scene.random.pick(this.scene.people);
		const outcome = this.scene.random.pick(['accepted', 'waitlisted', 'declined', 'recused'] as const);
		await this.scene.decide(user, outcome, person);
		return `${user} decides ${outcome} about ${person}`;
	}

	/** On a page that is there: their own, or another one's. */
	async reply(): Promise<string> {
		const user = this.scene.someone();
		const title = await this.scene.page();
		const replyKind = this.scene.random.pick(['confirmed', 'declined', 'withdrawn'] as const);
		const offer = replyKind === 'withdrawn' ? null : 1 + Math.floor(this.scene.random.next() * 100);
		const course = title.startsWith('Learn/Harassment') ? 'iah' : 'pb';
		await this.scene.edit(user, {
			title,
			appendtext: `\n* ${replyKind}`,
			nocreate: true,
			summary: writeAction(
				{ kind: 'reply', course, reply: replyKind, offer },
				`nonce${this.scene.count + 1000}`,
			),
		});
		return `${user} replies ${replyKind} on ${title}`;
	}

	/** To any older text: a rollback, an undo, or vandalism. */
	async saveOldRevision(): Promise<string> {
		const user = this.scene.random.chance(0.5) ? this.scene.someone() : 'Rita';
		const title = this.scene.random.chance(0.5) ? this.scene.talk() : await this.scene.page();
		const revisions = await this.scene.revisions(title);
		const [first, ...more] = revisions;
		if (first === undefined) return 'nothing to go back to';
		await this.scene.edit(user, {
			title,
			text: await this.scene.textOf(title, this.scene.random.pick([first, ...more])),
		});
		return `${user} brings ${title} back to an older text`;
	}

	async redirect(): Promise<string> {
		const user = this.scene.someone();
		const [title, to] = [await this.scene.page(), await this.scene.page()];
		await this.scene.edit(user, { title, text: `#REDIRECT [[${to}]]` });
		return `${user} redirects ${title} to ${to}`;
	}

	async editRandomPage(): Promise<string> {
		const user = this.scene.someone();
		await this.scene.edit(user, { title: 'Main Page', text: `Edit ${this.scene.count}` });
		return `${user} edits another page`;
	}
}
