import fc from 'fast-check';
import { writeStatusRegion } from '../../../shared/application/statusRegion.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import { createPerson } from '../../bench/people.ts';
import { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import { hostileBits, hostileText } from '../../shared/application/hostileText.ts';
import { generatedPage } from '../../shared/wikitext/generatedPage.ts';
import { mutateText } from '../mutateText.ts';

/** Strings with a meaning for the bot. */
const BOT_BITS: readonly [string, ...string[]] = [
	'{{WikiLearn application',
	'{{WikiLearn application\n| course = iah\n| email = sent\n| motivation = x\n}}',
	'{{WikiLearn decision|outcome=accepted|by=Rita}}',
	'{{WikiLearn decision|outcome=',
	'{{WikiLearn reply|answer=confirmed}}',
	'{{WikiLearn recusal}}',
	'{{WikiLearn use the form|section-revision=1}}',
	'{{nobots}}',
	'| course = pb',
	'| course = ',
	'| email = me@example.org',
	'| save = abcdef12',
	'wikilearn:decide/iah/accepted/3.9/abcdefgh',
	'wikilearn:reply/iah/confirmed/12/abcdefgh I confirm',
	'| __proto__ = x',
	'| constructor = x',
	'| hasOwnProperty = x',
	'<!-- wikilearn:status begin',
	'<!-- wikilearn:status begin. -->',
	'<!-- wikilearn:status end -->',
	writeStatusRegion('{{WikiLearn status/application|key=accepted|state=Accepted}}'),
	'\n== Application ==\n',
	'\n== <nowiki><!-- ==\n',
	'#REDIRECT [[Learn/Harassment]]\n',
	'[[User:Rita|Rita]] ([[User talk:Rita|talk]])',
	'+49 170 1234567',
	'ann at example dot org',
];
const BITS = [...BOT_BITS, ...hostileBits] as unknown as readonly [string, ...string[]];

/** Generates hostile pages, the same for the same seed. */
export function generateHostilePages(programme: Programme, seed: number, count: number): readonly string[] {
	const random = new SeededRandom(seed);
	const generated = fc.sample(fc.oneof(generatedPage, hostileText), { seed, numRuns: count });
	return generated.map((text, index) => {
		switch (random.pick(['generated', 'mutated', 'mutated', 'mutated', 'nested', 'joined'])) {
			case 'generated':
				return text;
			case 'nested':
				return generateNested(random) + text;
			case 'joined':
				return mutateText(createPerson(programme, index).text, BITS, random) + text;
			default:
				return mutateText(`${createPerson(programme, index).text}\n${random.pick(BITS)}`, BITS, random);
		}
	});
}

/** Thousands of nested constructs, closed or unclosed. */
function generateNested(random: SeededRandom): string {
	const times = Math.floor(random.next() ** 2 * 3000);
	const closing = random.pick(['', '}}', ']]', '-->', '</nowiki>', '}}}']);
	return random.pick(BITS).repeat(times) + random.pick(BITS) + closing.repeat(times);
}
