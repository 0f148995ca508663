/** Schemas of checks that an author writes as examples. */
import * as v from 'valibot';
import { finiteNumberSchema, contentIdSchema, programNameSchema } from './field-schemas.ts';
import { sentenceSchema } from './sentences.ts';

const MOST_CHECKS = 100;
const MOST_EXAMPLES = 200;

const jsonValueSchema: v.GenericSchema<unknown> = v.lazy(() =>
	v.union([...SIMPLE_VALUE_SCHEMAS, v.array(jsonValueSchema), jsonObjectSchema], 'is no JSON')
);
const SIMPLE_VALUE_SCHEMAS = [v.null(), v.boolean(), finiteNumberSchema, v.string()] as const;
/** Refuses `__proto__` as a key: in a program it would not be a property. */
const propertyKeySchema = v.pipe(v.string(), v.notValues(['__proto__'], '"__proto__" cannot be given'));
const jsonObjectSchema = v.record(propertyKeySchema, jsonValueSchema);
const givenValuesSchema = v.union(
	[v.array(jsonValueSchema), v.record(programNameSchema, jsonValueSchema)],
	'a list of values, or values by name'
);

const exampleSchema = v.pipe(
	v.strictObject({
		given: v.optional(givenValuesSchema, []),
		returns: v.optional(jsonValueSchema),
		within: v.optional(v.pipe(v.number(), v.gtValue(0), v.finite())),
		throws: v.optional(v.literal(true))
	}),
	v.check(
		({ returns, throws }) => (returns === undefined) !== (throws === undefined),
		'an example says what the function returns (`returns`), or `throws: true`'
	),
	v.check(
		({ returns, within }) => within === undefined || typeof returns === 'number',
		'`within` goes with a number that the function returns'
	)
);
const anyExampleSchema = v.lazy((input) => (Array.isArray(input) ? shortExampleSchema : exampleSchema));
/** The short form of an example: a list of the function's arguments with the returned value at the end. */
const shortExampleSchema = v.pipe(
	v.array(jsonValueSchema),
	v.minLength(1, 'is empty'),
	v.transform((values) => ({ given: values.slice(0, -1), returns: values.at(-1), isShort: true as const }))
);
const checkSchema = v.pipe(
	v.strictObject({
		id: v.optional(contentIdSchema),
		because: v.optional(sentenceSchema),
		/** Name of the tested function. When it is left out, the function of the preceding check is tested. */
		function: v.optional(programNameSchema),
		examples: v.pipe(v.array(anyExampleSchema), v.minLength(1, 'is empty'), v.maxLength(MOST_EXAMPLES))
	}),
	v.check(
		({ id, because }) => id !== undefined || because !== undefined,
		'give its title (`because`), or the `id` of a title in the texts'
	)
);
/** Checks of a step. An entry that is a word names another step, whose checks belong to this step too. */
export const checksSchema = v.pipe(
	v.array(v.lazy((input) => (typeof input === 'string' ? contentIdSchema : checkSchema))),
	v.minLength(1, 'is empty'),
	v.maxLength(MOST_CHECKS)
);
