import { recipientGroups, type LogAction } from '../../../shared/actions/mark.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import { WikiError } from '../../../shared/wiki.ts';
import { busyButton } from '../../form/busyButton.ts';
import { fill, h } from '../../form/h.ts';
import { showNotice } from '../../form/notice.ts';
import { say, text, type MessageKey } from '../../form/say.ts';
import { logButton } from '../logButton.ts';
import type { CourseRead } from '../readCourse.ts';
import type { Reviewing } from '../reviewing.ts';

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
function logging(
	{ write }: Reviewing,
	{ programme }: CourseRead,
	idle: MessageKey,
	logged: { readonly action: LogAction; readonly line: string },
): HTMLElement {
	const { button, messages } = logButton(
		idle,
		() => write(programme.log.id, logged),
		() => {
			// A second press would be a second message.
			button.remove();
			showNotice(messages, 'success', say('wikilearn-review-logged'));
		},
	);
	return h('div', {}, messages, button);
}

/** Whom, and the page with the text; that text is shown before anything is sent. */
function writing(reviewing: Reviewing, read: CourseRead): HTMLElement {
	const group = h(
		'select',
		{ id: 'wikilearn-write-to', class: 'wikilearn-input' },
		...recipientGroups.map((name) => h('option', { value: name }, say(`wikilearn-review-write-${name}`))),
	);
	const title = h('input', { id: 'wikilearn-write-page', class: 'wikilearn-input', type: 'text' });
	const found = h('div');
	const { button, once } = busyButton('submit', {
		idle: 'wikilearn-review-write-look-up',
		busy: 'wikilearn-review-checking',
	});
	button.classList.remove('wikilearn-primary');
	const forget = (): void => {
		fill(found);
	};
	group.addEventListener('change', forget);
	title.addEventListener('input', forget);
	const lookUp = async (): Promise<void> => {
		const page = await pageOf(reviewing, title.value.trim());
		if (page === null || page instanceof WikiError) {
			const words = page
				? say('wikilearn-review-failed', page.message)
				: say('wikilearn-review-write-no-page');
			showNotice(found, 'error', words);
			return;
		}
		const to = recipientGroups.find((name) => name === group.value) ?? 'accepted';
		const { pageid, revision } = page;
		const action: LogAction = {
			kind: 'write',
			course: read.course.id,
			to,
			page: pageid,
			revision: revision.revid,
		};
		const line = say(
			'wikilearn-review-log-write',
			say(`wikilearn-review-write-${to}`),
			page.title,
			revision.revid,
			text(read.course.title),
		);
		fill(
			found,
			h('pre', { class: 'wikilearn-answer', dir: 'auto' }, revision.text ?? ''),
			logging(reviewing, read, 'wikilearn-review-write-send', { action, line }),
		);
	};
	return h(
		'form',
		{ onsubmit: once(lookUp) },
		field(group, 'wikilearn-review-write-to'),
		field(title, 'wikilearn-review-write-page'),
		h('div', { class: 'wikilearn-actions' }, button),
		found,
	);
}

async function pageOf({ wiki }: Reviewing, title: string) {
	try {
		return title === '' ? null : ((await readPages(wiki, [title])).get(title) ?? null);
	} catch (error) {
		if (error instanceof WikiError) return error;
		throw error;
	}
}

function field(control: HTMLInputElement | HTMLSelectElement, label: MessageKey): HTMLElement {
	return h('div', { class: 'wikilearn-field' }, h('label', { for: control.id }, say(label)), control);
}
