import type { Mwn } from 'mwn';
import type { Programme } from '../../../shared/programme/schema.ts';
import { parseApplicantName } from './parseApplicantName.ts';

/**
 * As most scripts on wikis do it: list the pages, then one `read` and one look-up of rights after another.
 *
 * @returns how many applications it read
 */
export async function runNaiveScript(mwn: Mwn, programme: Programme): Promise<number> {
	let read = 0;
	for (const { page, id } of programme.courses) {
		const titles = await mwn.getPagesByPrefix(`${page}/Applications/`);
		for (const title of titles) {
			const { revisions } = await mwn.read(title);
			const [newest] = revisions ?? [];
			const [call] = new mwn.Wikitext(newest?.content ?? '').parseTemplates({ count: 1 });
			if (call?.getParam('course').value === id) read++;
			const name = parseApplicantName(title);
			await (id === 'iah'
				? mwn.query({ meta: 'globaluserinfo', guiuser: name, guiprop: 'groups|merged' })
				: mwn.query({ list: 'users', ususers: name, usprop: 'groups|editcount|blockinfo' }));
		}
	}
	return read;
}
