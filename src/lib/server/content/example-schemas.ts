import * as v from 'valibot';
import { finiteNumberSchema, contentIdSchema, programNameSchema } from './field-schemas.ts';
import { sentenceSchema } from './compare-translations.ts';
import { EXAMPLE_RELATIVE_TOLERANCE } from '#sandbox/judge/index.ts';
import type { ContentPlace } from './content-problem.ts';

interface ExampleToCheck {
	/** The function's arguments, in order, or an object with them by parameter name where a failed check should show the names. */
	given: unknown[] | Record<string, unknown>;
	returns?: unknown;
	/** Largest difference allowed between the returned number and `returns`; by default, that of a rounding error. */
	within?: number | undefined;
	throws?: true | undefined;
}

export interface ExampleCheck {
	id: string;
	name: string;
	place: ContentPlace;
	examples: (ExampleToCheck & { place: ContentPlace })[];
}

interface CheckFile {
	text: string;
	/** For each line of `text`: the place in the author's files that it was made from. */
	places: ContentPlace[];
}

/** Names that they define begin with `example`, because the author's own checks may follow in the file. */
const CHECK_FILE_HEAD = [
	`import * as exampleTests from 'vitest';`,
	`import * as exampleModule from './main.ts';`,
	`const exampleProgram = exampleModule as unknown as Record<string, ((...given: unknown[]) => unknown) | undefined>;`,
	`const exampleNearly = (value: unknown, wanted: number, within = Math.abs(wanted) * ${EXAMPLE_RELATIVE_TOLERANCE}): unknown =>`,
	`\ttypeof value === 'number' && Math.abs(value - wanted) <= within ? wanted : value;`
];
/** Factor that widens a tolerance a little, so that rounding errors such as that of 0.1 + 0.2 stay inside it. */
const TOLERANCE_ROUNDING_FACTOR = 1 + 1e-9;

/** Writes a check file from examples. `ownCode` is the author's own code for the same check file; it follows the examples. */
export function writeExampleChecks(checks: ExampleCheck[], file: string, ownCode = ''): CheckFile {
	const lines: { text: string; place: ContentPlace }[] = [];
	const firstPlace = checks[0]?.place ?? { file, line: 1 };
	for (const text of CHECK_FILE_HEAD) lines.push({ text, place: firstPlace });
	for (const { id, name, place, examples } of checks) {
		lines.push({ text: `exampleTests.test(${quoteName(id)}, () => {`, place });
		for (const example of examples)
			lines.push({ text: `\t${writeExpectationCode(name, example)}`, place: example.place });
		lines.push({ text: '});', place });
	}
	if (ownCode !== '')
		for (const [at, text] of ownCode.split('\n').entries()) lines.push({ text, place: { file, line: at + 1 } });
	return { text: lines.map(({ text }) => text).join('\n'), places: lines.map(({ place }) => place) };
}

function writeExpectationCode(name: string, { given, returns, within, throws }: ExampleToCheck): string {
	const values = Array.isArray(given) ? given : Object.values(given);
	const call = `exampleProgram[${quoteName(name)}]?.(${values.map((value) => JSON.stringify(value)).join(', ')})`;
	if (throws) return `exampleTests.expect(() => ${call}).toThrow();`;
	const expectedCode = JSON.stringify(returns);
	const tolerance = within === undefined ? '' : `, ${within * TOLERANCE_ROUNDING_FACTOR}`;
	const receivedCode = typeof returns === 'number' ? `exampleNearly(${call}, ${expectedCode}${tolerance})` : call;
	if (Array.isArray(given)) return `exampleTests.expect(${receivedCode}).toEqual(${expectedCode});`;
	const members = Object.entries(given).map(([key, value]) => `${quoteName(key)}: ${JSON.stringify(value)}, `);
	const objectCodeWith = (value: string) => `{ ${members.join('')}${quoteName(name)}: ${value} }`;
	return `exampleTests.expect(${objectCodeWith(receivedCode)}).toEqual(${objectCodeWith(expectedCode)});`;
}

/** Puts an id or a name in quotes. Both have only letters, digits, hyphens, `_` and `$`, so nothing has to be escaped. */
function quoteName(word: string): string {
	return `'${word}'`;
}

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
