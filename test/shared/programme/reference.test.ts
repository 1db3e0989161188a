import { describe, expect, it } from 'vitest';
import { createJsonSchema } from '../../../gadget/build/createJsonSchema.ts';
import { renderReference } from './renderReference.ts';
import { programme } from '../../../shared/programme/schema.ts';
import type { SchemaNode } from '../../../shared/programme/describeIssue.ts';

describe('the reference of the programme page', () => {
	it('is up to date: `npm test -- test/shared/programme -u` regenerates it', async () => {
		await expect(renderReference()).toMatchFileSnapshot('../../../shared/programme/README.md');
	});

	it('describes every key', () => {
		const undescribed = renderReference()
			.split('\n')
			.filter((line) => /^\| `[^|]+\| (required|optional) \| +\|/.test(line));
		expect(undescribed).toEqual([]);
	});
});

describe('the JSON Schema', () => {
	it('has every key of the programme with description, and the recursion by reference', () => {
		const schema = createJsonSchema();
		const keys = Object.keys((programme as unknown as SchemaNode).entries ?? {});
		expect(Object.keys(schema.properties ?? {})).toEqual(keys);
		expect(keys.filter((key) => !(schema.properties?.[key] as { description?: string }).description)).toEqual(
			[],
		);
		expect(schema.additionalProperties).toBe(false);
		expect(JSON.stringify(schema)).toContain('"$ref":"#/$defs/requirement"');
		expect(JSON.stringify(schema)).not.toContain('"expected"');
	});
});
