import type { ContactDetail } from './contactDetail.ts';

export interface ContactPattern {
	readonly kind: ContactDetail['kind'];
	/** Global; group 1 is what stands before, group 2 the detail. Every repetition is bounded, so that time is linear. */
	readonly pattern: RegExp;
	/** Whether it is looked for inside of web addresses too. */
	readonly inUrls: boolean;
	/** What looks alike and is none. */
	readonly rejects?: RegExp;
}

/** Letters and digits of all scripts, near enough without `\p{…}`. */
const WORD = 'a-z0-9\\u00a1-\\uffff';
const LOCAL_PART = `[${WORD}._%+-]{1,64}`;
const LABEL = `[${WORD}-]{1,63}`;
const DOMAIN = `(?:${LABEL}\\.){1,8}[a-z\\u00a1-\\uffff]{2,24}`;
const AT_WORD = 'at|a|arroba|ät|æt';
const AT_CODE = '&#0?64;|&commat;|%40|\\uff20';
/** Signs for "@" that nobody writes by accident: `(at)`, `[at]`, `{{@}}`, `&#64;`, `＠`; and ` @ `. */
const AT_SIGN = `[([{<]{1,2}\\s?(?:@|${AT_WORD})\\s?[)\\]}>]{1,2}|${AT_CODE}`;
const VEILED_AT = `\\s{0,2}(?:${AT_SIGN})\\s{0,2}|\\s{1,2}@\\s{1,2}`;
const DOT_WORD = 'dot|punto|ponto|point|punkt';
const VEILED_DOT = `\\s{0,2}[([{<]{1,2}\\s?(?:${DOT_WORD}|\\.)\\s?[)\\]}>]{1,2}\\s{0,2}`;
const SPOKEN_DOT = `\\s{1,2}(?:${DOT_WORD})\\s{1,2}`;
const DOT = `(?:\\.|${VEILED_DOT}|${SPOKEN_DOT})`;
/** After a bare "at" only endings that are no words, or "look at the dot in the corner" would be an address. */
const PLAIN_ENDING =
	'(?:com|org|net|edu|info|io|eu|co|de|fr|uk|es|br|pt|ru|ua|pl|nl|cz|se|ch|ar|mx|cl|ke|ng|za|jp|cn|kr)';

const PHONE_LABEL =
	'phone|telephone|mobile|cell|tel|call me|text me|sms|whatsapp|signal|viber|fax|telefon|handy|t\\u00e9l\\u00e9phone|tel\\u00e9fono|m\\u00f3vil|celular|telefone|\\u0442\\u0435\\u043b\\u0435\\u0444\\u043e\\u043d|\\u0442\\u0435\\u043b';
const DIGITS = '[\\d().\\/ \\u00a0-]';
/** A date, a decimal number (coordinates) or an ISO 6709 position. */
const NO_PHONE = /(?:19|20)\d\d-[01]\d-[0-3]\d|^\+\d{1,3}\.\d{1,8}$|^\+\d{2}\.\d{1,8}[-+]\d{3}\.\d/;

const MESSENGERS =
	'telegram|skype|discord|whatsapp|wechat|weixin|viber|signal|kakao ?talk|threema|snapchat|matrix|line id';
const NAMED = '(?:\\s?(?:id|handle|user ?name|user|name|nick|contact|account))';

const EDGE = `^|[^${WORD}_]`;
const NUMBER_EDGE = '^|[^\\w+./:=-]';

function find(kind: ContactPattern['kind'], before: string, detail: string): ContactPattern {
	return { kind, pattern: new RegExp(`(${before})(${detail})`, 'gi'), inUrls: false };
}

function phone(before: string, detail: string): ContactPattern {
	return { ...find('phone', before, detail), rejects: NO_PHONE };
}

function anywhere(kind: ContactPattern['kind'], before: string, detail: string): ContactPattern {
	return { ...find(kind, before, detail), inUrls: true };
}

/**
 * Stands in every text in which one of the patterns finds something, and in few others: it is much quicker to look for.
 * No word is looked for but where one begins.
 */
export const hint = new RegExp(
	[
		`@|${AT_CODE}`,
		`(?:^|[^a-z0-9])(?:${MESSENGERS}|tel:|(?:${AT_WORD})\\s?[)\\]}>]|(?:${DOT_WORD})[\\s)\\]}>]|\\.\\s?[)\\]}>]|(?:me|dog|users)\\/)`,
		// Seven digits, near each other.
		'\\d(?:[().\\/ \\u00a0-]{0,4}\\d){6}',
	].join('|'),
	'i',
);

export const contactPatterns: readonly ContactPattern[] = [
	anywhere('email', `^|[^${WORD}._%+-]`, `${LOCAL_PART}@${DOMAIN}`),
	anywhere('email', EDGE, `${LOCAL_PART}(?:${VEILED_AT})${LABEL}(?:${DOT}${LABEL}){0,6}${DOT}[a-z]{2,24}`),
	find(
		'email',
		EDGE,
		`${LOCAL_PART}\\s{1,2}(?:at|arroba)\\s{1,2}${LABEL}(?:${DOT}${LABEL}){0,3}(?:${SPOKEN_DOT}|${VEILED_DOT})${PLAIN_ENDING}(?![${WORD}])`,
	),
	find(
		'email',
		EDGE,
		`${LOCAL_PART}(?:@|\\s{1,2}(?:at|arroba)\\s{1,2})${LABEL}(?:${SPOKEN_DOT}|${VEILED_DOT})${PLAIN_ENDING}(?![${WORD}])`,
	),
	anywhere('phone', EDGE, 'tel:\\+?[\\d().-]{5,20}'),
	phone(NUMBER_EDGE, `\\+\\(?[1-9]\\)?(?:${DIGITS}{0,3}\\d){7,14}(?!\\d)`),
	phone(NUMBER_EDGE, `00[1-9](?:${DIGITS}{0,2}\\d){7,13}(?!\\d)`),
	phone(NUMBER_EDGE, '(?:\\(\\d{3}\\) ?|\\d{3}[ -])\\d{3}-\\d{4}(?![\\d-])'),
	phone(
		`(?:${EDGE})(?:${PHONE_LABEL})(?: ?(?:number|no|nr|num))?\\.?\\s{0,2}(?:is|:|=|-)?\\s{0,2}`,
		`\\(?\\d(?:${DIGITS}{0,2}\\d){6,14}(?!\\d)`,
	),
	anywhere('handle', EDGE, '(?:t|telegram)\\.(?:me|dog)\\/[\\w+]{4,64}'),
	anywhere('handle', EDGE, 'wa\\.me\\/\\+?\\d{7,15}'),
	anywhere('handle', EDGE, 'signal\\.me\\/#\\w{1,4}\\/[\\w+-]{5,90}'),
	anywhere('handle', EDGE, 'discord(?:app)?\\.com\\/users\\/\\d{15,20}'),
	anywhere('handle', EDGE, 'skype:[a-z][\\w.,:-]{4,40}\\?(?:call|chat|add)'),
	find('handle', EDGE, '@[\\w.-]{2,40}:[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,4}\\.[a-z]{2,24}'),
	find('handle', `(?:${EDGE})(?:${MESSENGERS})[^@\\n]{0,20}`, '@[\\w.]{3,32}'),
	find('handle', EDGE, `@[\\w.]{3,32}(?= (?:on|in|at|via|en|sur|auf) (?:${MESSENGERS}))`),
	find('handle', `(?:${EDGE})discord[^#\\n]{0,40}?[\\s:(]`, '[^\\s#@:]{2,32}#\\d{4}(?!\\d)'),
	find('handle', EDGE, '[^\\s#@:]{2,32}#\\d{4}(?= (?:on|in|at|via) discord)'),
	find('handle', `(?:${EDGE})(?:${MESSENGERS})\\s?[:=(]?\\s{0,2}`, 'live:[\\w.:-]{3,40}'),
	// A name without "@" counts if it cannot be a word, or if the label says that a name follows.
	find(
		'handle',
		`(?:${EDGE})(?:${MESSENGERS})${NAMED}?\\s?(?:[:=(]|is)\\s{0,2}`,
		'(?=[\\w.-]{0,31}[a-z])(?=[a-z.-]{0,31}[\\d_])\\w[\\w.-]{2,31}',
	),
	find('handle', `(?:${EDGE})(?:${MESSENGERS})${NAMED}\\s?(?:[:=(]|is)\\s{0,2}`, '[a-z][\\w.-]{3,31}'),
	find('handle', `(?:${EDGE})skype\\s?[:=]\\s{0,2}`, '[a-z][\\w-]{1,31}\\.[\\w.-]{1,31}'),
];
