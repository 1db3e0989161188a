import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import { programme, requirement } from '../../shared/programme/schema.ts';

/**
 * The JSON Schema (draft 7) of a programme page, for editors that help with one. For the build only: the package that
 * makes it is too large for browsers. Checks that no schema can express are left to `readProgramme`.
 */
export function createJsonSchema(): JsonSchema {
	return toJsonSchema(programme, {
		definitions: { requirement },
		errorMode: 'ignore',
		overrideAction: ({ valibotAction, jsonSchema: schema }) =>
			// `expected` is for our own messages: no keyword of JSON Schema.
			valibotAction.type === 'metadata' ? removeExpected(schema) : undefined,
	});
}

function removeExpected(schema: JsonSchema): JsonSchema {
	return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'expected'));
}
