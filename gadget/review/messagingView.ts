import { RECIPIENT_GROUPS } from '../../shared/actions/mark.ts';
import { readPages, type Page } from '../../shared/wiki/readPages.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import { busyButton, PLAIN_BUTTON } from '../ui/buttons.ts';
import { fill, h } from '../ui/h.ts';
import { showNotice } from '../ui/notice.ts';
import { msg, localizeText, type MessageKey } from '../ui/msg.ts';
import { catchWikiError } from '../wiki/mwWiki.ts';
import type { LogEntry } from './course/createLogWriter.ts';
import { createLabeledField, createSelect } from '../ui/fields.ts';
import { logButton } from './course/logControls.ts';
import type { CourseSnapshot, ReviewContext } from './course/reviewContext.ts';

/** The team's messages to applicants, sent by the bot; empty for readers without permission. */
export function messagingView(context: ReviewContext, snapshot: CourseSnapshot): HTMLElement {
	if (!snapshot.permissions.canWrite || !snapshot.logPage) return h('section', { hidden: true });
	return h(
		'section',
		{ class: 'wikilearn-messaging' },
		h('h3', {}, msg('wikilearn-review-write-heading')),
		logOnceButton(context, snapshot, 'wikilearn-review-remind', {
			action: { kind: 'remind', course: snapshot.course.id },
			line: msg('wikilearn-review-log-remind', localizeText(snapshot.course.title)),
		}),
		h('h4', {}, msg('wikilearn-review-write')),
		messageForm(context, snapshot),
	);
}

/** A button and the container for its result. */
function logOnceButton(
	context: ReviewContext,
	snapshot: CourseSnapshot,
	idle: MessageKey,
	entry: LogEntry,
): HTMLElement {
	const { button, messages } = logButton(context, snapshot, { idle }, entry, () => {
		// Prevents sending the message twice.
		button.remove();
		showNotice(messages, 'success', msg('wikilearn-review-logged'));
	});
	return h('div', {}, messages, button);
}

/** Selects the recipients and the page with the text, which is previewed before sending. */
function messageForm(context: ReviewContext, snapshot: CourseSnapshot): HTMLElement {
	const preview = h('div');
	const clearPreview = (): void => {
		fill(preview);
	};
	const groups = RECIPIENT_GROUPS.map((name) => [name, msg(`wikilearn-review-write-${name}`)] as const);
	const group = createSelect('wikilearn-write-to', groups, 'accepted', clearPreview);
	const title = h('input', {
		id: 'wikilearn-write-page',
		class: 'wikilearn-input',
		type: 'text',
		oninput: clearPreview,
	});
	const { button, ignoreWhileBusy } = busyButton('submit', {
		idle: 'wikilearn-review-write-look-up',
		busy: 'wikilearn-review-checking',
		className: PLAIN_BUTTON,
	});
	const lookUp = async (): Promise<void> => {
		const page = await catchWikiError(readMessagePage(context, title.value.trim()));
		if (page instanceof WikiError) showNotice(preview, 'error', msg('wikilearn-review-failed', page.message));
		else if (!page) showNotice(preview, 'error', msg('wikilearn-review-write-no-page'));
		else fill(preview, ...messagePreview(context, snapshot, group.value, page));
	};
	return h(
		'form',
		{ onsubmit: ignoreWhileBusy(lookUp) },
		createLabeledField(group, 'wikilearn-review-write-to'),
		createLabeledField(title, 'wikilearn-review-write-page'),
		h('div', { class: 'wikilearn-actions' }, button),
		preview,
	);
}

/** A preview of the text, and a button that sends it. */
function messagePreview(
	context: ReviewContext,
	snapshot: CourseSnapshot,
	group: string,
	{ pageid, title, revision }: Page,
): readonly HTMLElement[] {
	const { id: course, title: courseTitle } = snapshot.course;
	const to = RECIPIENT_GROUPS.find((name) => name === group) ?? 'accepted';
	const groupName = msg(`wikilearn-review-write-${to}`);
	return [
		h('pre', { class: 'wikilearn-answer', dir: 'auto' }, revision.text ?? ''),
		logOnceButton(context, snapshot, 'wikilearn-review-write-send', {
			action: { kind: 'write', course, to, page: pageid, revision: revision.revid },
			line: msg('wikilearn-review-log-write', groupName, title, revision.revid, localizeText(courseTitle)),
		}),
	];
}

async function readMessagePage({ wiki }: ReviewContext, title: string): Promise<Page | undefined> {
	return title === '' ? undefined : (await readPages(wiki, [title])).get(title);
}
