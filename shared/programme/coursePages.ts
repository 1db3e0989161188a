import type { Course } from './schema.ts';
import type { Site } from '../wiki/readSite.ts';

/** The pages that hold a course's applications. */
interface CoursePages {
	/** The title prefix of its subpages, without namespace: the format of `apprefix`. */
	readonly prefix: string;
	readonly namespace: number;
	/** The same prefix with the namespace, as titles are displayed. */
	readonly fullPrefix: string;
	/** The talk page's title. */
	readonly talk: string;
}

export function getCoursePages(course: Course, site: Site): CoursePages {
	const { namespace, name } = splitTitle(course.page, site);
	const talkNamespace = site.namespaces.find(({ id }) => id === namespace + 1)?.name ?? 'Talk';
	const ownNamespace = site.namespaces.find(({ id }) => id === namespace)?.name ?? '';
	const prefix = `${name}/Applications/`;
	return {
		prefix,
		namespace,
		fullPrefix: ownNamespace === '' ? prefix : `${ownNamespace}:${prefix}`,
		talk: course.talk ?? `${talkNamespace}:${name}`,
	};
}

function splitTitle(title: string, site: Site): { readonly namespace: number; readonly name: string } {
	const colon = title.indexOf(':');
	const prefix = title.slice(0, Math.max(colon, 0)).trim().replace(/_/g, ' ').toLowerCase();
	const found = site.namespaces.find(
		({ id, name, canonical }) => id > 0 && [name, canonical].some((alias) => alias.toLowerCase() === prefix),
	);
	return found ? { namespace: found.id, name: title.slice(colon + 1).trim() } : { namespace: 0, name: title };
}
