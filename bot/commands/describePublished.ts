import type { Published } from '../wiki/comparePage.ts';

export function describePublished(page: Published): string {
	switch (page.kind) {
		case 'saved':
			return `${page.title}: ${page.edited ? 'saved' : 'unchanged'}`;
		case 'unchanged':
			return `${page.title}: unchanged`;
		case 'conflict':
			return `${page.title}: not saved, somebody else keeps changing it`;
		case 'captcha':
			return `${page.title}: not saved, the wiki asks for a CAPTCHA (the bot’s account needs the right skipcaptcha)`;
		case 'refused':
		case 'lost':
			return `${page.title}: not saved (${page.code}: ${page.message})`;
	}
}

export function isPublished({ kind }: Published): boolean {
	return kind === 'saved' || kind === 'unchanged';
}
