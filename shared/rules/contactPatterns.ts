export interface ContactDetail {
	readonly kind: 'email' | 'phone' | 'handle';
	/** UTF-16 offsets in the text, `end` exclusive. */
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

export interface ContactPattern {
	readonly kind: ContactDetail['kind'];
	/** Global; group 1 is the prefix, group 2 the detail. Every repetition is bounded, so that time is linear. */
	readonly pattern: RegExp;
	/** Whether it also applies inside URLs. */
	readonly matchesInUrls: boolean;
	/** Similar text that is not a contact detail. */
	readonly rejects?: RegExp;
}

/** Letters and digits of all scripts: an approximation without `\p{…}`. */
const WORD = 'a-z0-9\\u00a1-\\uffff';
const LOCAL_PART = `[${WORD}._%+-]{1,64}`;
const LABEL = `[${WORD}-]{1,63}`;
const WORD_START = `^|[^${WORD}_]`;
/** For Latin words, which may follow Chinese or Arabic ones without a space. */
const LATIN_START = '(?:^|[^a-z0-9])';
const WORD_END = `(?![${WORD}])`;
const NUMBER_EDGE = '^|[^\\w+./:=-]';

/** Words for "@": common words need more evidence than rare ones. */
const AT_WORD = 'at|ätt?|æt';
const AT_NAME = 'arroba|arobase|klammeraffe|соба(?:ка|чка)';
const AT_SIGN = '艾特|[آأ]ت';
const DOT_WORD = 'dot|punto|ponto|point|punkt|точка|点|نقطة|دوت';
const OPEN = '\\s{0,2}[([{<]{1,2}\\s?';
const CLOSE = '\\s?[)\\]}>]{1,2}\\s{0,2}';
const VEIL = '[-_*|~=/"]';
const STRONG_AT = `\\s{1,2}(?:${AT_NAME})\\s{1,2}|\\s{0,2}(?:${AT_SIGN})\\s{0,2}|\\s?${VEIL}(?:${AT_WORD})${VEIL}\\s?|@\\s?`;
const SPOKEN_AT = `\\s{1,2}(?:${AT_WORD})\\s{1,2}(?!the\\s)|\\s?在\\s?`;
const SPOKEN_DOT = `\\s{1,2}(?:${DOT_WORD})\\s{1,2}|\\s?点\\s?|\\s?${VEIL}(?:${DOT_WORD})${VEIL}\\s?`;
const DOT = `(?:\\s?\\.|\\s\\.\\s|${SPOKEN_DOT})`;
/** With "at" and "dot" as words, only endings that are not words: "look at the dot in the corner" is no address. */
const ENDING = `(?:com|net|org|edu|info|io|eu|co|de|fr|uk|es|br|pt|ru|pl|nl|ch|ar|mx|ke|ng|za|cn|ру|рф|ком|كوم)${WORD_END}`;
const MAIL = 'gmail|hotmail|gmx|yahoo|outlook|proton ?mail|icloud|yandex';

const MESSENGERS =
	'telegram|tg|skype|discord|whats ?app|wechat|weixin|vx|viber|signal|kakao(?: ?talk)?|threema|snap(?:chat)?|matrix|line(?=\\s?id|:)|insta(?:gram)?|ig|' +
	'телег[а-я]{0,5}|тг|скайп|дискорд|в[ао][тц]сап';
/** Names in scripts that do not separate words with spaces, or add prefixes: no word boundary required. */
const ATTACHED = '微信|电报|ت[يل]{1,3}[جغ]رام|سكايب|واتس';
const ON_MESSENGER = `(?:(?:^|[^:${WORD}_])(?:${MESSENGERS})|${ATTACHED})`;
const NAMED = '[\\s-]?(?:id|handle|user ?name|user|name|nick|tag|contact|account|同?[号號])';
const NAME_SEPARATOR = "(?:[:=(>→-]|is|es|est|ist|c'est|é|это|是)";

const DIGIT_GAP = '[\\d().\\/ -]';
const PHONE_LABEL =
	'phone|mobile|plus|m[aá]s|плюс|t[eé]l[a-zéó]{0,9}|cel[a-z]{0,6}|call|text|sms|whats ?app|wa|wsp|zap|signal|viber|zalo|fax|handy(?:nr)?|portable|m[oó]vil|ll[aá]mame|fone|m[a-z]{1,3} n[uú]m[a-zé]{2,4}|номер|тел[а-я]{0,5}|звоните|в[ао][тц]сап';
const PHONE_ATTACHED = 'هاتف|جوال|رقمي|واتس|电话|電話|手机|微信|\\ud83d[\\udcde\\udcf1]|[☎✆]';
/** Dates, ranges of years or times, thousands, decimal numbers (coordinates) and ISO 6709 positions. */
const NO_PHONE =
	/(?:19|20)\d\d[-/][01]\d[-/]|\d[-./][01]?\d[-./](?:19|20)\d\d|(?:19|20)\d\d\D(?:19|20)\d\d|\.[0-5]\d ?- ?\d\d\.|^\d{1,2}(?: \d{3})+$|^\+\d{1,3}\.\d{1,8}(?:$|[-+])/;

function createPattern(kind: ContactPattern['kind'], before: string, detail: string): ContactPattern {
	return { kind, pattern: new RegExp(`(${before})(${detail})`, 'gi'), matchesInUrls: false };
}

function createPhonePattern(before: string, detail: string): ContactPattern {
	return { ...createPattern('phone', before, detail), rejects: NO_PHONE };
}

function createUrlPattern(kind: ContactPattern['kind'], before: string, detail: string): ContactPattern {
	return { ...createPattern(kind, before, detail), matchesInUrls: true };
}

/** Replacements for "@" and "." that are never accidental: `(at)`, `[dot]`, ` @ `. */
export const OBFUSCATED_AT = new RegExp(
	`${OPEN}(?:@|a|${AT_WORD}|${AT_NAME}|${AT_SIGN})${CLOSE}|\\s{1,2}@\\s{1,2}`,
	'gi',
);
export const OBFUSCATED_DOT = new RegExp(`${OPEN}(?:\\.|${DOT_WORD})${CLOSE}`, 'gi');

/** URLs and identifiers: their digits are not phone numbers. */
export const OTHER_NUMBERS =
	/https?:\/\/[^\s<>"]{1,2000}|\b(?:is[bs]n|orcid|oclc|viaf|lccn|gnd|pmid|doi|rev(?:ision)?)\W{1,3}[\dx./-]{1,30}/gi;

/**
 * A fast pre-test: matches every text that contains a match of any pattern, and few others. Latin words are tested only at
 * word starts, which saves most of the time.
 */
export const CONTACT_HINT = new RegExp(
	[
		`@|${ATTACHED}|${AT_SIGN}|点com|#[\\w-]{2,40}\\.`,
		`${LATIN_START}(?:${MESSENGERS}|${MAIL}|${AT_NAME}|e?mail[^a-z]|qq|live:|tel:|(?:${AT_WORD}|a)\\s?[)\\]}>]|(?:${AT_WORD})${VEIL}|(?:${DOT_WORD})[\\s)\\]}>]|\\.\\s?[)\\]}>]|(?:me|dog|users)\\s?\\/)`,
		// Seven digits close together.
		'\\d(?:[().\\/ -]{0,4}\\d){6}',
	].join('|'),
	'i',
);

/** A name that is not a word: contains a digit, or an underscore or a dot inside. */
const NICKNAME = '(?=[a-z-]{1,31}[\\d_.][a-z\\d_]|[a-z-]{2,31}\\d)[a-z][\\w.-]{2,40}';
const LABELLED_NAME = '[a-z][\\w.-]{3,31}(?=[,.;]|$)';

export const CONTACT_PATTERNS: readonly ContactPattern[] = [
	createUrlPattern(
		'email',
		`^|[^${WORD}._%+-]`,
		`${LOCAL_PART}@(?:${LABEL}\\.){1,8}[a-z\\u00a1-\\uffff]{2,24}`,
	),
	createUrlPattern(
		'email',
		WORD_START,
		`${LOCAL_PART}(?:${STRONG_AT})${LABEL}(?:${DOT}${LABEL}){0,4}${DOT}${ENDING}`,
	),
	createPattern(
		'email',
		WORD_START,
		`${LOCAL_PART}(?:${SPOKEN_AT})${LABEL}(?:${DOT}${LABEL}){0,3}(?:${SPOKEN_DOT})${ENDING}`,
	),
	createPattern(
		'email',
		`${LATIN_START}e?mail(?: me)?\\s?:\\s?`,
		`${LOCAL_PART}(?:${SPOKEN_AT})${LABEL}\\.${ENDING}`,
	),
	createPattern(
		'email',
		WORD_START,
		`(?:${NICKNAME}(?: (?:at|bei|en|on|chez|na) |\\s?[(,]\\s?)|${LOCAL_PART}\\s?@)(?:${MAIL})${WORD_END}`,
	),
	createPattern('email', '(?:^|: ?|is )', `[a-z]{3,20} at gmail${WORD_END}`),
	createPattern('email', `(?:${WORD_START})(?:${MAIL})(?:${NAMED})?\\s?${NAME_SEPARATOR}\\s?`, NICKNAME),
	createPattern('email', WORD_START, '(?:\\w[ ._-]{1,2}){2,40}\\w?@(?:[ .]{0,3}\\w(?!\\w)){4,40}'),
	createPattern('email', WORD_START, `[\\w.-]{2,40}#[\\w-]{2,40}\\.${ENDING}`),

	createUrlPattern('phone', WORD_START, 'tel:\\+?[\\d().-]{5,20}'),
	createPhonePattern(NUMBER_EDGE, `(?:\\+|00)\\s?\\(?\\+?[1-9]\\)?(?:${DIGIT_GAP}{0,3}\\d){7,14}(?!\\d)`),
	createPhonePattern(NUMBER_EDGE, `\\(?0[ -]?[1-9](?:${DIGIT_GAP}{0,3}\\d){7,10}(?!\\d)`),
	createPhonePattern(
		NUMBER_EDGE,
		[
			// North America, China, Russia, Spain, Brazil twice, India, Mexico.
			'(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}(?![\\d-])',
			'1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)',
			'8[ -]?\\(?9\\d\\d\\)?[ -]?\\d{3}[ -]?\\d\\d[ -]?\\d\\d(?!\\d)',
			'[6-9]\\d\\d \\d\\d \\d\\d \\d\\d(?! ?\\d)',
			'\\(\\d\\d\\) ?\\d{4,5}[ -]?\\d{4}(?!\\d)',
			'\\d\\d 9\\d{4}[ -]\\d{4}(?!\\d)',
			'[6-9]\\d{4} \\d{5}(?! ?\\d)',
			'\\d\\d \\d{4} \\d{4}(?! ?\\d)',
		].join('|'),
	),
	createPhonePattern(
		`(?:(?:${WORD_START})(?:${PHONE_LABEL})|${PHONE_ATTACHED})(?:[\\s:=(.-]|号|me|at|on|is|es|[ae]l|é|c'est|n[or]|number|على){0,6}`,
		`\\(?\\d(?:${DIGIT_GAP}{0,2}\\d){6,14}(?!\\d)`,
	),
	createPattern('phone', `${LATIN_START}qq号?[\\s:]{0,2}`, '[1-9]\\d{5,10}(?!\\d)'),

	createUrlPattern(
		'handle',
		WORD_START,
		'(?:(?:t|telegram|wa|signal|m|ig|line)\\s?\\.\\s?(?:me|dog)|discord(?:app)?\\.com\\/users)\\s?\\/\\s?[\\w.+#~/-]{4,64}',
	),
	createUrlPattern('handle', WORD_START, 'skype:[a-z][\\w.,:-]{4,40}\\?(?:call|chat|add)'),
	createUrlPattern('handle', '', '@[\\w.-]{2,40}:[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,4}\\.[a-z]{2,24}'),
	createPattern('handle', `${ON_MESSENGER}(?:${NAMED})?(?:\\s|${NAME_SEPARATOR}|as){1,6}`, '@[\\w.]{3,32}'),
	createPattern('handle', WORD_START, `@[\\w.]{3,32}(?=(?: \\(| [a-zв]{1,4} )(?:${MESSENGERS}))`),
	createPattern(
		'handle',
		`(?:${WORD_START})(?:discord|дискорд)[^#\\n]{0,40}?[\\s:(]`,
		'[^\\s#@:]{2,32}#\\d{4}(?!\\d)',
	),
	createPattern(
		'handle',
		WORD_START,
		'[^\\s#@:]{2,32}#\\d{4}(?= (?:on|in|at|via) discord)|live:[\\w.:-]{5,40}',
	),
	// A name without "@" counts if it is not a word, or if the label announces a name.
	createPattern('handle', `${ON_MESSENGER}(?:${NAMED})?(?:\\s?${NAME_SEPARATOR}){1,2}\\s{0,2}`, NICKNAME),
	createPattern(
		'handle',
		`${ON_MESSENGER}(?:${NAMED})?\\s?`,
		'(?=[a-z]{0,31}(?:_|[a-z]{3}\\d))[a-z]\\w{3,31}',
	),
	createPattern('handle', `${ON_MESSENGER}${NAMED}\\s?${NAME_SEPARATOR}\\s{0,2}`, '[a-z][\\w.-]{3,31}'),
	createPattern(
		'handle',
		`(?:${ON_MESSENGER}[\\s-]?(?:id|handle|(?:user ?)?name) |${LATIN_START}vx:\\s?|微信[:是])`,
		LABELLED_NAME,
	),
	createPattern(
		'handle',
		`(?:me|id|handle|nick|name|ник|usuario|pseudo)(?: (?:on|in|de|en|sur|auf|em|no|в))? (?:${MESSENGERS})\\s?(?:${NAME_SEPARATOR}|as)\\s`,
		LABELLED_NAME,
	),
];
