import { styleText } from 'node:util';
import { requirementNeeds } from '../../shared/rules/requirementNeeds.ts';
import { PROGRAMME_PAGE, readProgrammeHistory } from '../../shared/programme/programmeHistory.ts';
import { readHistory, readPages } from '../../shared/wiki/readPages.ts';
import { checkAccount } from '../deploy/check/checkAccount.ts';
import { checkLog } from '../deploy/check/checkLog.ts';
import { checkPages } from '../deploy/check/checkPages.ts';
import { checkPeople } from '../deploy/check/checkPeople.ts';
import { checkSite } from '../deploy/check/checkSite.ts';
import { checkStopPage } from '../deploy/check/checkStopPage.ts';
import { checkTrust } from '../deploy/check/checkTrust.ts';
import { ok, todo, type Finding } from '../deploy/check/finding.ts';
import { collectPages, findSources } from '../deploy/collectPages.ts';
import { loadProgramme } from '../cycle/read/loadProgramme.ts';
import { redactAddresses } from '../operations/log/redact.ts';
import { connected, programmeError, type Connected } from './openSession.ts';
import type { CommonOptions, Context } from './context.ts';
import { describeError, EXIT } from './exit.ts';

/** Looks at all that must be right and says of each: ok, or what to do. Writes nothing. */
export async function check(_options: CommonOptions, context: Context): Promise<number> {
	const { out } = context;
	const connection = await connected(context);
	const findings: Finding[] = [];
	const tell = (found: readonly Finding[]): void => {
		for (const { about, ok: fine, says } of found) {
			const line = `${fine ? mark('✓', 'green', out.colors) : mark('✗', 'red', out.colors)} ${about}: ${says}`;
			if (fine) out.say(line, { about, ok: true });
			else out.warn(line, { about, ok: false });
		}
		findings.push(...found);
	};
	for await (const found of look(connection)) tell(found);
	const wrong = findings.filter((finding) => !finding.ok).length;
	out.say(wrong === 0 ? 'All is well.' : `${wrong} of ${findings.length} need somebody.`);
	const code = wrong === 0 ? EXIT.done : EXIT.personNeeded;
	// What the wiki said may quote an address.
	const said = findings.map((one) => ({ ...one, says: redactAddresses(one.says) }));
	out.result({ ok: wrong === 0, exit: code, findings: said });
	return code;
}

async function* look({ wiki, site }: Connected): AsyncGenerator<readonly Finding[], void, void> {
	const loaded = loadProgramme((await readPages(wiki, [PROGRAMME_PAGE])).get(PROGRAMME_PAGE) ?? null);
	yield [ok('wiki', `${site.wikiId} at ${site.server}`)];
	if (!loaded.ok) {
		yield programmeError(loaded.problems).problems.map((problem) => todo('programme page', problem));
		yield await checkSite(wiki, false, Date.now);
		yield await checkAccount(wiki, site.user);
		return;
	}
	const { programme } = loaded;
	yield [
		ok(
			'programme page',
			`${programme.courses.length} courses: ${programme.courses.map(({ id }) => id).join(', ')}`,
		),
	];
	const needsGlobal = programme.courses.some((course) => requirementNeeds(course).global);
	yield await checkSite(wiki, needsGlobal, Date.now);
	yield await checkAccount(wiki, programme.bot);
	const { rows } = readProgrammeHistory(await readHistory(wiki, PROGRAMME_PAGE));
	yield await checkPeople(wiki, programme, rows);
	yield await checkTrust(wiki);
	yield await checkLog(wiki, programme);
	yield [await checkStopPage(wiki, programme.bot.name)];
	const sources = findSources();
	if (!sources)
		yield [
			todo('pages', 'The gadget has not been built, so there is nothing to compare with. Do: npm run build'),
		];
	else yield await checkPages(wiki, await collectPages(sources, programme, null)).catch(cannotTell);
}

function cannotTell(error: unknown): readonly Finding[] {
	return [todo('pages', `could not be compared. ${describeError(error)}`)];
}

function mark(sign: string, color: 'green' | 'red', colors: boolean): string {
	return colors ? styleText(color, sign, { validateStream: false }) : sign;
}
