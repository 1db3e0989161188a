import { MemoryWiki } from '../memory/memoryWiki.ts';
import { createPortActions } from './portActions.ts';
import { ADMIN, ADMIN_GROUP, READER, type World } from './world.ts';

/** The rights that the fake wiki checks, by group. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
	bot: ['bot', 'apihighlimits', 'editsemiprotected'],
	sysop: ['apihighlimits', 'editinterface', 'edituserjson', 'editprotected', 'editsemiprotected'],
	[ADMIN_GROUP]: ['apihighlimits', 'editprotected', 'editsemiprotected'],
};

/** A world in memory. Tests can inspect `wiki.requests` and `wiki.state`. */
export function createFakeWorld(version: '1.39' | '1.43' = '1.39'): World & { readonly wiki: MemoryWiki } {
	const wiki = new MemoryWiki();
	wiki.state.strict = true;
	wiki.state.version = version;
	const create = (name: string, groups: readonly string[]): number =>
		wiki.addAccount(name, {
			groups: groups.map((group) => ({ group, expiry: 'infinity' })),
			rights: groups.flatMap((group) => RIGHTS[group] ?? []),
		}).id;
	create(ADMIN, ['sysop', 'bureaucrat', ADMIN_GROUP]);
	create(READER, []);
	const as = (name: string) => Promise.resolve(wiki.as(name));
	// Turns the fake's exceptions into rejections.
	const done = <T>(action: () => T): Promise<T> => Promise.resolve().then(action);
	return {
		kind: 'fake',
		wiki,
		as,
		createAccount: (name, groups = []) => done(() => create(name, groups)),
		...createPortActions(as),
		rollback: (by, rollback) => done(() => wiki.rollBack(by, rollback)),
		move: (by, move) =>
			done(() => {
				wiki.move(by, move);
			}),
		protect: (by, protection) =>
			done(() => {
				wiki.protect(by, protection);
			}),
		delete: (by, title, reason) =>
			done(() => {
				wiki.delete(by, { title, reason });
			}),
		restore: (by, title, reason, timestamps) =>
			done(() => {
				wiki.restore(by, { title, reason, ...(timestamps && { timestamps }) });
			}),
		hide: (by, hiding) =>
			done(() => {
				wiki.hide(by, hiding);
			}),
		merge: (by, merge) =>
			done(() => {
				wiki.merge(by, merge);
			}),
		import: (by, pages) =>
			done(() => {
				wiki.import(by, pages);
			}),
		block: (by, user, reason) =>
			done(() => {
				wiki.block(by, { user, reason });
			}),
		rename: (from, to) =>
			done(() => {
				wiki.rename(ADMIN, from, to);
			}),
		pass: (seconds) =>
			done(() => {
				wiki.state.now += seconds * 1000;
			}),
		stop: () => Promise.resolve(),
	};
}
