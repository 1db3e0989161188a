import { styleText } from 'node:util';
import { getRequiredLookups } from '../../shared/rules/assessApplication.ts';
import { PROGRAMME_PAGE, readProgrammeHistory } from '../../shared/programme/programmeHistory.ts';
import { readHistory, readPages } from '../../shared/wiki/readPages.ts';
import { checkAccount } from '../deploy/check/checkAccount.ts';
import { checkLog, checkPages, checkStopPage } from '../deploy/check/checkPages.ts';
import { checkPeople } from '../deploy/check/checkPeople.ts';
import { checkSite } from '../deploy/check/checkSite.ts';
import { checkTrust } from '../deploy/check/checkTrust.ts';
import { ok, todo, type Finding } from '../deploy/check/finding.ts';
import { collectPages, findSources } from '../deploy/collectPages.ts';
import { loadProgramme } from '../cycle/read/loadProgramme.ts';
import { redactAddresses } from '../operations/output.ts';
import { openSession, describeProgrammeProblems, type Session } from './openSession.ts';
import type { CommonOptions, Context } from './context.ts';
import { describeError, EXIT } from './exit.ts';

/** Checks everything the bot needs and prints, for each check, "ok" or what to do. Writes nothing. */
export async function check(_options: CommonOptions, context: Context): Promise<number> {
	const { out } = context;
	const connection = await openSession(context);
	const findings: Finding[] = [];
	const print = (found: readonly Finding[]): void => {
		for (const { about, ok: isOk, message } of found) {
			const line = `${isOk ? colorize('✓', 'green', out.colors) : colorize('✗', 'red', out.colors)} ${about}: ${message}`;
			if (isOk) out.info(line, { about, ok: true });
			else out.warn(line, { about, ok: false });
		}
		findings.push(...found);
	};
	for await (const found of runChecks(connection)) print(found);
	const wrong = findings.filter((finding) => !finding.ok).length;
	out.info(wrong === 0 ? 'All is well.' : `${wrong} of ${findings.length} need somebody.`);
	const code = wrong === 0 ? EXIT.done : EXIT.personNeeded;
	// Messages from the wiki may quote an email address.
	const redacted = findings.map((finding) => ({ ...finding, message: redactAddresses(finding.message) }));
	out.result({ ok: wrong === 0, exit: code, findings: redacted });
	return code;
}

async function* runChecks({ wiki, site }: Session): AsyncGenerator<readonly Finding[], void, void> {
	const loaded = loadProgramme((await readPages(wiki, [PROGRAMME_PAGE])).get(PROGRAMME_PAGE) ?? null);
	yield [ok('wiki', `${site.wikiId} at ${site.server}`)];
	if (!loaded.ok) {
		yield describeProgrammeProblems(loaded.problems).problems.map((problem) =>
			todo('programme page', problem),
		);
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
	const needsGlobal = programme.courses.some((course) => getRequiredLookups(course).global);
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
	else yield await checkPages(wiki, await collectPages(sources, programme, null)).catch(comparisonFailed);
}

function comparisonFailed(error: unknown): readonly Finding[] {
	return [todo('pages', `could not be compared. ${describeError(error)}`)];
}

function colorize(sign: string, color: 'green' | 'red', colors: boolean): string {
	return colors ? styleText(color, sign, { validateStream: false }) : sign;
}
