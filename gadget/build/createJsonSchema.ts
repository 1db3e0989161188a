import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import { programme, requirement } from '../../shared/programme/schema.ts';

/**
 * The JSON Schema (draft 7) of a programme page, for editors with JSON Schema support. Build only: the package that creates
 * it is too large for browsers. `readProgramme` also makes checks that a JSON Schema cannot express.
 */
export function createJsonSchema(): JsonSchema {
	return toJsonSchema(programme, {
		definitions: { requirement },
		errorMode: 'ignore',
		overrideAction: ({ valibotAction, jsonSchema: schema }) =>
			// `expected` is for our own error messages, not a JSON Schema keyword.
			valibotAction.type === 'metadata' ? removeExpected(schema) : undefined,
	});
}

function removeExpected(schema: JsonSchema): JsonSchema {
	return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'expected'));
}
