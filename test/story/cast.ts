/**
 * Sixty people who apply for forty seats, and what becomes of each. Data only: the play makes edits of it, and the test
 * counts the notices that each should have in the end.
 */
export interface Role {
	readonly name: string;
	/** What reviewers decide, one after the other, before the release. */
	readonly decided: readonly ('accepted' | 'waitlisted' | 'declined')[];
	/** What the applicant does about an offer: replies at once, after the reminder, or not at all. */
	readonly replies?: 'confirms' | 'confirms when reminded' | 'declines' | 'confirms, then withdraws';
	/** What is odd about them. */
	readonly specialCase?:
		'incomplete' | 'withdraws early' | 'forges a decision' | 'wants no bots' | 'undecided at first';
	/** On the waitlist, the place that a reviewer gives. */
	readonly place?: number;
	/** What a reviewer decides once everybody was told, and whether they then take the seat. */
	readonly later?: 'accepted' | 'waitlisted';
	/** The notices that they have in the end, in order. */
	readonly notices: readonly string[];
}

const names =
	'Abena Adela Aiko Akua Alba Amara Amina Anders Anya Asha Aylin Bela Bianca Bruno Carla Chidi Chloe Dalia Darko Deniz ' +
	'Dina Edith Ekow Elif Emeka Esra Farid Fatou Femi Freja Gita Goran Hana Hugo Ines Ivo Jana Jomo Jun Kaito Kavya Kwame ' +
	'Lars Leila Lina Luca Maja Mara Mei Milan Nadia Noor Olga Omar Paula Pavel Quang Rafa Rosa Sami';

const offered = ['receipt', 'decision accepted'];

function createRole(number: number, name: string): Role {
	const confirmed: Role = {
		name,
		decided: ['accepted'],
		replies: 'confirms',
		notices: [...offered, 'start'],
	};
	if (number <= 34) return confirmed;
	if (number === 35) return { ...confirmed, replies: 'declines', notices: offered };
	if (number <= 37) {
		return { name, decided: ['accepted'], notices: [...offered, 'offer-reminder', 'offer-lapsed'] };
	}
	if (number <= 39)
		return {
			...confirmed,
			replies: 'confirms when reminded',
			notices: [...offered, 'offer-reminder', 'start'],
		};
	if (number === 40) return { ...confirmed, replies: 'confirms, then withdraws', notices: offered };
	const waiting: Role = { name, decided: ['waitlisted'], notices: ['receipt', 'decision waitlisted'] };
	const promoted = {
		later: 'accepted',
		notices: [...waiting.notices, 'promotion accepted', 'start'],
	} as const;
	if (number === 41) return { ...waiting, decided: ['accepted', 'waitlisted'] };
	if (number === 42) return { ...waiting, ...promoted };
	if (number <= 47) return waiting;
	if (number === 48) return { ...waiting, ...promoted, place: 1 };
	const declined: Role = { name, decided: ['declined'], notices: ['receipt', 'decision declined'] };
	switch (number) {
		case 49:
			return { ...declined, later: 'waitlisted', notices: [...declined.notices, 'correction waitlisted'] };
		case 50:
			return { ...declined, specialCase: 'wants no bots', notices: [] };
		case 57:
			return { ...declined, specialCase: 'undecided at first' };
		case 58:
			return { ...declined, decided: [], specialCase: 'withdraws early', notices: ['receipt'] };
		case 59:
			return { ...declined, specialCase: 'incomplete', notices: ['incomplete', 'decision declined'] };
		case 60:
			return { ...declined, specialCase: 'forges a decision' };
		default:
			return declined;
	}
}

export const cast: readonly Role[] = names.split(' ').map((name, index) => createRole(index + 1, name));
