/**
 * Sixty people who apply for forty seats, and what becomes of each. Data only: the play makes edits of it, and the test
 * counts the notices that each should have in the end.
 */
export interface Part {
	readonly name: string;
	/** What reviewers decide, one after the other, before the release. */
	readonly decided: readonly ('accepted' | 'waitlisted' | 'declined')[];
	/** What the applicant does about an offer: replies at once, after the reminder, or not at all. */
	readonly replies?: 'confirms' | 'confirms when reminded' | 'declines' | 'confirms, then withdraws';
	/** What is odd about them. */
	readonly oddity?:
		'incomplete' | 'withdraws early' | 'forges a decision' | 'wants no bots' | 'undecided at first';
	/** On the waitlist, the place that a reviewer gives. */
	readonly place?: number;
	/** What a reviewer decides once everybody was told, and whether they then take the seat. */
	readonly later?: 'accepted' | 'waitlisted';
	/** The notices that they have in the end, in order. */
	readonly told: readonly string[];
}

const names =
	'Abena Adela Aiko Akua Alba Amara Amina Anders Anya Asha Aylin Bela Bianca Bruno Carla Chidi Chloe Dalia Darko Deniz ' +
	'Dina Edith Ekow Elif Emeka Esra Farid Fatou Femi Freja Gita Goran Hana Hugo Ines Ivo Jana Jomo Jun Kaito Kavya Kwame ' +
	'Lars Leila Lina Luca Maja Mara Mei Milan Nadia Noor Olga Omar Paula Pavel Quang Rafa Rosa Sami';

const offered = ['receipt', 'decision accepted'];

function partOf(number: number, name: string): Part {
	const confirmed: Part = {
		name,
		decided: ['accepted'],
		replies: 'confirms',
		told: [...offered, 'start'],
	};
	if (number <= 34) return confirmed;
	if (number === 35) return { ...confirmed, replies: 'declines', told: offered };
	if (number <= 37) {
		return { name, decided: ['accepted'], told: [...offered, 'offer-reminder', 'offer-lapsed'] };
	}
	if (number <= 39)
		return {
			...confirmed,
			replies: 'confirms when reminded',
			told: [...offered, 'offer-reminder', 'start'],
		};
	if (number === 40) return { ...confirmed, replies: 'confirms, then withdraws', told: offered };
	const waiting: Part = { name, decided: ['waitlisted'], told: ['receipt', 'decision waitlisted'] };
	const promoted = { later: 'accepted', told: [...waiting.told, 'promotion accepted', 'start'] } as const;
	if (number === 41) return { ...waiting, decided: ['accepted', 'waitlisted'] };
	if (number === 42) return { ...waiting, ...promoted };
	if (number <= 47) return waiting;
	if (number === 48) return { ...waiting, ...promoted, place: 1 };
	const declined: Part = { name, decided: ['declined'], told: ['receipt', 'decision declined'] };
	switch (number) {
		case 49:
			return { ...declined, later: 'waitlisted', told: [...declined.told, 'correction waitlisted'] };
		case 50:
			return { ...declined, oddity: 'wants no bots', told: [] };
		case 57:
			return { ...declined, oddity: 'undecided at first' };
		case 58:
			return { ...declined, decided: [], oddity: 'withdraws early', told: ['receipt'] };
		case 59:
			return { ...declined, oddity: 'incomplete', told: ['incomplete', 'decision declined'] };
		case 60:
			return { ...declined, oddity: 'forges a decision' };
		default:
			return declined;
	}
}

export const cast: readonly Part[] = names.split(' ').map((name, index) => partOf(index + 1, name));
