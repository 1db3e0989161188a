import { recipientGroups } from '../../../shared/actions/mark.ts';
import { readPages, type Page } from '../../../shared/wiki/readPages.ts';
import { WikiError } from '../../../shared/wiki/wiki.ts';
import { busyButton, PLAIN } from '../../ui/buttons.ts';
import { fill, h } from '../../ui/h.ts';
import { showNotice } from '../../ui/notice.ts';
import { say, text, type MessageKey } from '../../ui/msg.ts';
import { orWikiError } from '../../wiki/mwWiki.ts';
import type { Logged } from '../createLogWriter.ts';
import { fieldOf, selectOf } from '../../ui/fields.ts';
import { logButton } from '../logButton.ts';
import type { CourseRead, Reviewing } from '../reviewing.ts';

/** What the team has the bot write to applicants; nothing for those who may not. */
export function teamView(reviewing: Reviewing, read: CourseRead): HTMLElement {
	if (!read.may.write || !read.logPage) return h('section', { hidden: true });
	return h(
		'section',
		{ class: 'wikilearn-outbox' },
		h('h3', {}, say('wikilearn-review-write-heading')),
		logging(reviewing, read, 'wikilearn-review-remind', {
			action: { kind: 'remind', course: read.course.id },
			line: say('wikilearn-review-log-remind', text(read.course.title)),
		}),
		h('h4', {}, say('wikilearn-review-write')),
		writing(reviewing, read),
	);
}

/** A button; and where it says what became of it. */
function logging(reviewing: Reviewing, read: CourseRead, idle: MessageKey, logged: Logged): HTMLElement {
	const { button, messages } = logButton(reviewing, read, { idle }, logged, () => {
		// A second press would be a second message.
		button.remove();
		showNotice(messages, 'success', say('wikilearn-review-logged'));
	});
	return h('div', {}, messages, button);
}

/** Whom, and the page with the text; that text is shown before anything is sent. */
function writing(reviewing: Reviewing, read: CourseRead): HTMLElement {
	const found = h('div');
	const forget = (): void => {
		fill(found);
	};
	const groups = recipientGroups.map((name) => [name, say(`wikilearn-review-write-${name}`)] as const);
	const group = selectOf('wikilearn-write-to', groups, 'accepted', forget);
	const title = h('input', {
		id: 'wikilearn-write-page',
		class: 'wikilearn-input',
		type: 'text',
		oninput: forget,
	});
	const { button, once } = busyButton('submit', {
		idle: 'wikilearn-review-write-look-up',
		busy: 'wikilearn-review-checking',
		look: PLAIN,
	});
	const lookUp = async (): Promise<void> => {
		const page = await orWikiError(pageOf(reviewing, title.value.trim()));
		if (page instanceof WikiError) showNotice(found, 'error', say('wikilearn-review-failed', page.message));
		else if (!page) showNotice(found, 'error', say('wikilearn-review-write-no-page'));
		else fill(found, ...sending(reviewing, read, group.value, page));
	};
	return h(
		'form',
		{ onsubmit: once(lookUp) },
		fieldOf(group, 'wikilearn-review-write-to'),
		fieldOf(title, 'wikilearn-review-write-page'),
		h('div', { class: 'wikilearn-actions' }, button),
		found,
	);
}

/** The text, and the button that has it sent. */
function sending(
	reviewing: Reviewing,
	read: CourseRead,
	group: string,
	{ pageid, title, revision }: Page,
): readonly HTMLElement[] {
	const { id: course, title: courseTitle } = read.course;
	const to = recipientGroups.find((name) => name === group) ?? 'accepted';
	const words = say(`wikilearn-review-write-${to}`);
	return [
		h('pre', { class: 'wikilearn-answer', dir: 'auto' }, revision.text ?? ''),
		logging(reviewing, read, 'wikilearn-review-write-send', {
			action: { kind: 'write', course, to, page: pageid, revision: revision.revid },
			line: say('wikilearn-review-log-write', words, title, revision.revid, text(courseTitle)),
		}),
	];
}

async function pageOf({ wiki }: Reviewing, title: string): Promise<Page | undefined> {
	return title === '' ? undefined : (await readPages(wiki, [title])).get(title);
}
