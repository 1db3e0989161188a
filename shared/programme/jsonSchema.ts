import { toJsonSchema } from '@valibot/to-json-schema';
import type { JsonSchema } from '@valibot/to-json-schema';
import { programme, requirement } from './schema.ts';

/**
 * The JSON Schema (draft 7) of a programme page, for editors that help with one. For the build only: the package that
 * makes it is too large for browsers. Checks that no schema can express are left to `readProgramme`.
 */
export function jsonSchema(): JsonSchema {
	return toJsonSchema(programme, {
		definitions: { requirement },
		errorMode: 'ignore',
		overrideAction: ({ valibotAction, jsonSchema: made }) =>
			// `expected` is for our own messages: no keyword of JSON Schema.
			valibotAction.type === 'metadata' ? withoutExpected(made) : undefined,
	});
}

function withoutExpected(made: JsonSchema): JsonSchema {
	return Object.fromEntries(Object.entries(made).filter(([key]) => key !== 'expected'));
}
