import type { ApiResponse, Params, Wiki } from '../../shared/wiki/wiki.ts';
import { readHistory, readPages } from '../../shared/wiki/readPages.ts';
import { READER, type World } from './world.ts';

type PortActions = Pick<World, 'edit' | 'append' | 'postLink' | 'undo' | 'text' | 'history'>;

/** The actions that both worlds do through the port, like the product. */
export function createPortActions(as: (name: string) => Promise<Wiki>): PortActions {
	const edit = async (by: string, params: Params): Promise<number | null> =>
		parseNewRevid(await (await as(by)).edit({ action: 'edit', ...params }));
	const history = async (title: string) => readHistory(await as(READER), title);
	return {
		edit,
		append: (by, { text, ...rest }) => edit(by, { ...rest, appendtext: text }),
		postLink: edit,
		undo: edit,
		text: async (title) => (await readPages(await as(READER), [title])).get(title)?.revision.text ?? null,
		history: async (title) =>
			(await history(title)).map(({ user, ...revision }) => ({ ...revision, user: user?.name ?? null })),
	};
}

function parseNewRevid(response: ApiResponse): number | null {
	const { edit } = response as { readonly edit: { readonly result: string; readonly newrevid?: number } };
	if (edit.result !== 'Success') throw new Error(JSON.stringify(edit));
	return edit.newrevid ?? null;
}
