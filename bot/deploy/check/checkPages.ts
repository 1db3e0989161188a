import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { parseDeploymentSummary, findDeployment } from '../deployments.ts';
import type { OwnPage } from '../ownPages.ts';
import { planDeployment, type Step } from '../planDeployment.ts';
import { ok, todo, type Finding } from './finding.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import { readStopReason } from '../../operations/stopPage.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import { readPageInfo } from '../readPageInfo.ts';

/** Checks that gadget, templates, course pages and form mounts match this version. */
export async function checkPages(wiki: Wiki, pages: readonly OwnPage[]): Promise<readonly Finding[]> {
	const steps = await planDeployment(wiki, pages);
	const upToDate = steps.filter(({ kind }) => kind === 'unchanged');
	const findings = steps.flatMap((step) => toFindings(step));
	return [
		...(upToDate.length === 0
			? []
			: [ok('pages', `${upToDate.length} of ${steps.length} are as this version has them`)]),
		...findings,
		await checkDeployedVersion(wiki),
	];
}

function toFindings(step: Step): readonly Finding[] {
	const { title } = step;
	switch (step.kind) {
		case 'write':
			return [
				todo(
					title,
					step.present
						? 'is of another version. Do: wikilearn-bot deploy'
						: 'is missing. Do: wikilearn-bot deploy',
				),
			];
		case 'changed-on-wiki':
			return [
				todo(
					title,
					`was changed on the wiki by ${step.present.revision.user?.name ?? 'somebody'} at ${step.present.revision.timestamp}. Look at it: wikilearn-bot deploy --dry-run`,
				),
			];
		case 'no-mount':
			return [todo(title, `has no place for the form. Put there:\n${step.mount}`)];
		case 'unchanged':
		case 'created-by-deployment':
			return [];
	}
}

/** The deployed version, from the gadget's history. */
async function checkDeployedVersion(wiki: Wiki): Promise<Finding> {
	const edit = await findDeployment(wiki, 'MediaWiki:Gadget-wikilearn.js');
	const deployed = parseDeploymentSummary(edit?.comment ?? '');
	return deployed
		? ok('gadget', `version ${deployed.label}, deployed at ${deployed.at}`)
		: todo('gadget', 'was never deployed to this wiki. Do: wikilearn-bot deploy');
}

/** Checks whether the bot is stopped. */
export async function checkStopPage(wiki: Wiki, bot: string): Promise<Finding> {
	const title = `User:${bot}/Stop`;
	const page = (await readPages(wiki, [title])).get(title);
	if (!page) return todo('stop page', `There is no ${title} yet. Do: wikilearn-bot deploy`);
	const reason = readStopReason(page.revision.text ?? '');
	if (reason === null) return ok('stop page', 'lets the bot write');
	return todo(
		'stop page',
		`${page.revision.user?.name ?? 'Somebody'} stopped the bot: “${reason}”. Settle it with them, then put the default text back.`,
	);
}

/** Checks the log page, whose edits are the decisions: it exists at its title, is writable and move-protected. */
export async function checkLog(wiki: Wiki, { log }: Pick<Programme, 'log'>): Promise<readonly Finding[]> {
	const about = 'log page';
	const page = await readPageInfo(wiki, { pageids: log.id });
	if (!page)
		return [
			todo(
				about,
				`No page has the id ${log.id} (${log.page}). Ask an administrator to restore it: without it no decision counts.`,
			),
		];
	const { title, contentmodel, moveProtection } = page;
	return [
		title === log.page
			? ok(about, title)
			: todo(about, `was moved to ${title}. Nothing is lost. Move it back to ${log.page}.`),
		...(contentmodel === 'wikitext'
			? []
			: [todo(about, `has the content model ${contentmodel}. Change it back to wikitext.`)]),
		moveProtection === null
			? todo(
					`${about}, moving`,
					`It is not protected. Ask an administrator to protect ${title} against moving.`,
				)
			: ok(`${about}, moving`, `protected: ${moveProtection}`),
	];
}
