import * as v from 'valibot';

/** A text in one language, or in several: `{"en": "Why?", "es": "¿Por qué?"}`. Keys are MediaWiki language codes. */
export const localText = v.union([v.string(), v.record(v.string(), v.string())]);
export type LocalText = v.InferOutput<typeof localText>;

/** An ISO 8601 instant with an offset, e.g. `2021-01-14T23:59:59-12:00`. */
const instant = v.string();
const id = v.string();

/** Where an account must have what a requirement asks for. */
const where = v.picklist(['local', 'anywhere']);

const base = { id, label: localText };

export const leafRequirement = v.variant('kind', [
	/** Any of these local groups on the programme's wiki (`local`), or on it and any attached wiki (`anywhere`); or any of the global groups. */
	v.strictObject({
		...base,
		kind: v.literal('rights'),
		groups: v.array(v.string()),
		globalGroups: v.optional(v.array(v.string())),
		where,
	}),
	/** At least `min` edits: on the programme's wiki, or on all wikis together. */
	v.strictObject({ ...base, kind: v.literal('edits'), min: v.number(), where }),
	/** Registered at least `days` days before the application: on the programme's wiki, or as a global account. */
	v.strictObject({ ...base, kind: v.literal('age'), days: v.number(), where }),
	/** Neither blocked (on the programme's wiki, or on any) nor globally locked. */
	v.strictObject({ ...base, kind: v.literal('not-blocked'), where }),
	/** The applicant's answer to a question is one of these (option ids, `yes`, or the text itself). */
	v.strictObject({ ...base, kind: v.literal('answer'), question: id, oneOf: v.array(v.string()) }),
]);
export type LeafRequirement = v.InferOutput<typeof leafRequirement>;

export interface GroupRequirement {
	readonly id: string;
	readonly label: LocalText;
	readonly kind: 'any-of' | 'all-of';
	readonly of: readonly Requirement[];
}
export type Requirement = LeafRequirement | GroupRequirement;

export const requirement: v.GenericSchema<Requirement> = v.lazy(() =>
	v.union([
		leafRequirement,
		v.strictObject({ ...base, kind: v.picklist(['any-of', 'all-of']), of: v.array(requirement) }),
	]),
);

const asked = {
	id,
	label: localText,
	/** Why the question is asked, shown beside it. */
	reason: v.optional(localText),
	required: v.optional(v.boolean()),
};
const options = v.array(v.strictObject({ id, label: localText }));

export const question = v.variant('type', [
	v.strictObject({ ...asked, type: v.literal('short-text'), maxLength: v.optional(v.number()) }),
	v.strictObject({
		...asked,
		type: v.literal('long-text'),
		minLength: v.optional(v.number()),
		maxLength: v.optional(v.number()),
	}),
	v.strictObject({ ...asked, type: v.literal('one-of'), options }),
	v.strictObject({
		...asked,
		type: v.literal('some-of'),
		options,
		min: v.optional(v.number()),
		max: v.optional(v.number()),
	}),
	v.strictObject({ ...asked, type: v.literal('commitment') }),
	v.strictObject({
		...asked,
		type: v.literal('number'),
		min: v.optional(v.number()),
		max: v.optional(v.number()),
	}),
	v.strictObject({ ...asked, type: v.literal('language') }),
	v.strictObject({ ...asked, type: v.literal('wiki') }),
	v.strictObject({ ...asked, type: v.literal('time-zone') }),
	v.strictObject({ ...asked, type: v.literal('availability') }),
	/** Never written to a page: handed to the team by the wiki's own mail. */
	v.strictObject({ ...asked, type: v.literal('private-email') }),
]);
export type Question = v.InferOutput<typeof question>;

export const course = v.strictObject({
	id,
	title: localText,
	/** The course page, e.g. `Community Development/WikiLearn/Partnership Building`. */
	page: v.string(),
	/** Its talk page, where applications without the form are made. Left out: `Talk:` and the page. */
	talk: v.optional(v.string()),
	description: v.optional(localText),
	audience: localText,
	/** Hours a week. */
	hours: v.strictObject({ min: v.number(), max: v.number() }),
	weeks: v.number(),
	/** The language of teaching, a language code. */
	language: v.string(),
	seats: v.number(),
	opens: instant,
	closes: instant,
	notify: instant,
	starts: instant,
	requirements: v.array(requirement),
	questions: v.array(question),
	sessions: v.optional(v.strictObject({ perWeek: v.number(), minutes: v.number() })),
});
export type Course = v.InferOutput<typeof course>;

export const programme = v.strictObject({
	$schema: v.optional(v.string()),
	name: localText,
	/** The language of the status pages and of what the bot writes. */
	language: v.string(),
	/** The programme's root page; the status page is `ROOT/Status`. */
	root: v.string(),
	contact: v.strictObject({ account: v.string(), address: v.string() }),
	/** The privacy statement: a page title or an https address. */
	privacy: v.string(),
	/** The bot's account name. */
	bot: v.string(),
	/** Account names of those whose decisions count. */
	reviewers: v.array(v.string()),
	courses: v.array(course),
});
export type Programme = v.InferOutput<typeof programme>;
