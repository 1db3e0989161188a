import { fill, h } from '../form/h.ts';
import { showNotice } from '../form/notice.ts';
import { say } from '../form/say.ts';
import { speakReadersLanguage } from '../form/speakReadersLanguage.ts';
import { choiceKeys } from './choiceKeys.ts';
import { listenForKeys } from './keys.ts';
import { createPanel } from './panel.ts';
import { preparedOf } from './prepared.ts';
import { readCourse, readPage } from './readReviewables.ts';
import type { Reviewable } from './reviewable.ts';
import type { Reviewing } from './reviewing.ts';

/** The panel above an application on its own page. @throws WikiError before anything is shown */
export async function showOnPage(answers: HTMLElement, reviewing: Reviewing): Promise<void> {
	if (mw.config.get('wgAction') !== 'view') return;
	const title = new mw.Title(mw.config.get('wgPageName')).getPrefixedText();
	const shown = lastOn(await readPage(reviewing, title));
	if (!shown || !answers.parentNode) return;
	const heading = h('h2', { id: 'wikilearn-review-heading' }, say('wikilearn-review-heading'));
	const messages = h('div');
	const place = h('div');
	const frame = h(
		'section',
		{ class: 'wikilearn-application wikilearn-reviewing', 'aria-labelledby': heading.id },
		heading,
		messages,
		place,
	);
	speakReadersLanguage(frame);
	answers.parentNode.insertBefore(frame, answers);
	const prepared = preparedOf(reviewing);
	const queue = mw.util.getUrl(`${reviewing.programme.root}/Review`);
	const next = h('a', { href: `${queue}#next-${shown.course.id}` }, say('wikilearn-review-next'));

	let panel = show(shown);
	frame.appendChild(h('p', {}, next, ' · ', h('a', { href: queue }, say('wikilearn-review-queue'))));
	frame.appendChild(
		listenForKeys([
			...choiceKeys((choice) => {
				panel.choose(choice);
			}),
			{
				key: 'n',
				words: 'wikilearn-review-next',
				act: () => {
					next.click();
				},
			},
		]),
	);

	function show(one: Reviewable): ReturnType<typeof createPanel> {
		const made = createPanel(reviewing, one, {
			first: 'save',
			prepared: () => prepared.marks(),
			events: {
				saved: () => {
					prepared.remove(one.key);
					showNotice(messages, 'success', say('wikilearn-review-saved'));
					void again().then((now) => {
						if (now) panel = show(now);
					});
				},
				prepare: (mark, seen) => {
					prepared.add(seen, mark);
					showNotice(messages, 'success', say('wikilearn-review-prepared-one'));
				},
				again,
			},
		});
		fill(place, made.element);
		void readCourse(reviewing, one.course).then((course) => {
			const now = course.all.find(({ key }) => key === one.key);
			if (now) made.update(now, course);
		});
		return made;
	}

	async function again(): Promise<Reviewable | null> {
		return (await readPage(reviewing, title)).find(({ key }) => key === shown?.key) ?? null;
	}
}

/** The page shows one; where there are several, the one in force. */
function lastOn(all: readonly Reviewable[]): Reviewable | undefined {
	const there = all.filter(({ one }) => !one.removed);
	return there.filter(({ state }) => state !== 'superseded').pop() ?? there.pop();
}
