import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { shots } from './shots.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOCUMENTS = ['README.md', 'bot/README.md'];
/** Bytes. */
const LARGEST = 60_000;
const LARGEST_TOGETHER = 500_000;

interface Shown {
	readonly document: string;
	readonly alt: string;
	/** From the repository's root. */
	readonly file: string;
}

/** `<img src alt>` and `![alt](src)`. */
function imagesIn(document: string): readonly Shown[] {
	const text = readFileSync(join(ROOT, document), 'utf8');
	const tags = [...text.matchAll(/<img\b[^>]*>/g)].map(([tag]) => ({
		src: /\bsrc="([^"]*)"/.exec(tag)?.[1] ?? '',
		alt: /\balt="([^"]*)"/.exec(tag)?.[1] ?? '',
	}));
	const marks = [...text.matchAll(/!\[([^\]]*)\]\(([^)]*)\)/g)].map(([, alt = '', src = '']) => ({
		src,
		alt,
	}));
	return [...tags, ...marks].map(({ src, alt }) => ({
		document,
		alt,
		file: normalize(join(dirname(document), src)),
	}));
}

const shown = DOCUMENTS.flatMap(imagesIn);

describe('screenshots in the documents', () => {
	it.each(shown)('$file in $document exists, is taken by the script, and has alt text', ({ file, alt }) => {
		expect(existsSync(join(ROOT, file))).toBe(true);
		expect(shots.map((shot) => shot.file)).toContain(file);
		expect(alt.length).toBeGreaterThan(20);
	});

	it.each(shots)('$file is used and small', ({ file }) => {
		expect(shown.map((image) => image.file)).toContain(file);
		const picture = readFileSync(join(ROOT, file));
		expect(picture.subarray(8, 12).toString()).toBe('WEBP');
		expect(picture.length).toBeLessThan(LARGEST);
	});

	it('are small in total', () => {
		const sizes = shots.map(({ file }) => statSync(join(ROOT, file)).size);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LARGEST_TOGETHER);
	});
});
