import type { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import { mutateText } from '../mutateText.ts';

type JsonPath = readonly (string | number)[];

/** Replacement values for any part. */
const REPLACEMENT_VALUES: readonly [unknown, ...unknown[]] = [
	null,
	true,
	false,
	0,
	-1,
	1,
	0.5,
	40,
	1e308,
	-1e308,
	9007199254740993,
	'',
	' ',
	'a',
	'iah',
	'2021-01-14T23:59:59-12:00',
	'2021-01-14',
	'2021-02-30T00:00:00Z',
	'2021-01-14T24:00:00Z',
	'9999-12-31T23:59:59Z',
	'0000-01-01T00:00:00Z',
	'+275760-09-13T00:00:00Z',
	'x'.repeat(5000),
	'😀'.repeat(300),
	'\ud800',
	'\u202egnorw',
	'\u0000',
	'a|b',
	'{{a}}',
	'[[a]]',
	'<script>',
	'#',
	'User:Somebody',
	'__proto__',
	'en',
	'qqx',
	[],
	{},
	[null],
	[[]],
	{ en: 'a' },
	{ en: '' },
	{ xx: 'a', en: 5 },
	{ __proto__x: 1 },
	createNested(30),
	Array.from({ length: 300 }, (_, index) => index),
];
const REPLACEMENT_KEYS: readonly [string, ...string[]] = [
	'',
	'id',
	'color',
	'constructor',
	'Seats',
	'type',
	'$schema',
	'é',
	'a.b',
	'0',
];
/** Fragments of JSON, and of common mistakes. */
const JSON_BITS: readonly [string, ...string[]] = [
	...([
		'{',
		'}',
		'[',
		']',
		',',
		':',
		'"',
		"'",
		'\\',
		'\\u',
		'\\ud800',
		'\n',
		'\t',
		'\ufeff',
		'\u2028',
	] as const),
	...[
		'null',
		'true',
		'NaN',
		'Infinity',
		'-',
		'1e999',
		'0x10',
		'//',
		'/* */',
		'#',
		'“',
		'”',
		'<!-- -->',
		'{{a}}',
	],
	...['"a":1,', '"__proto__":{},', '{"a":', '[1,', '\u0000', '😀', '-12:00', 'Z'],
];

/** A programme page with a mistake or an attack, in its text or in its JSON values. */
export function mutateProgramme(programme: unknown, random: SeededRandom): string {
	if (random.chance(0.3)) return mutateText(JSON.stringify(programme, null, '\t'), JSON_BITS, random);
	const copy: unknown = structuredClone(programme);
	for (let remaining = random.pick([1, 1, 1, 2, 4]); remaining > 0; remaining--) mutateOnce(copy, random);
	return JSON.stringify(copy, null, random.pick(['', '\t']));
}

function mutateOnce(root: unknown, random: SeededRandom): void {
	const places = listPaths(root, []);
	const [first] = places;
	if (!first) return;
	const path = random.pick([first, ...places]);
	const step = path[path.length - 1] ?? '';
	const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], root);
	const place = parent as Record<string | number, unknown>;
	switch (
		random.pick([
			'other value',
			'other value',
			'missing',
			'extra key',
			'from elsewhere',
			'character',
			'doubled',
		])
	) {
		case 'missing':
			if (Array.isArray(place)) place.splice(Number(step), 1);
			else Reflect.deleteProperty(place, step);
			break;
		case 'extra key':
			if (Array.isArray(place)) place.push(random.pick(REPLACEMENT_VALUES));
			else place[random.pick(REPLACEMENT_KEYS)] = random.pick(REPLACEMENT_VALUES);
			break;
		case 'from elsewhere':
			place[step] = structuredClone(readValue(root, random.pick([first, ...places])));
			break;
		case 'character':
			if (typeof place[step] === 'string') place[step] = mutateText(place[step], JSON_BITS, random);
			else if (typeof place[step] === 'number')
				place[step] = place[step] * random.pick([-1, 0, 0.1, 10, 1000]);
			break;
		case 'doubled':
			if (Array.isArray(place)) place.push(structuredClone(place[Number(step)]));
			break;
		default:
			place[step] = random.pick(REPLACEMENT_VALUES);
	}
}

function listPaths(value: unknown, path: JsonPath): JsonPath[] {
	if (typeof value !== 'object' || value === null || path.length > 12) return [];
	return Object.keys(value).flatMap((key) => {
		const step = Array.isArray(value) ? Number(key) : key;
		const childPath = [...path, step];
		return [childPath, ...listPaths((value as Record<string | number, unknown>)[step], childPath)];
	});
}

function readValue(root: unknown, path: JsonPath): unknown {
	return path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], root);
}

function createNested(depth: number): unknown {
	return depth === 0 ? 'deep' : { a: createNested(depth - 1) };
}
