/** Writes examples as a check file, in the form in which authors write their own. */
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
	/** Name of the function that the examples call. */
	name: string;
	place: ContentPlace;
	examples: (ExampleToCheck & { place: ContentPlace })[];
}

interface CheckFile {
	text: string;
	/** For each line of `text`: the place in the author's files that it was made from. */
	places: ContentPlace[];
}

/**
 * First lines of a check file. Names that they define begin with `example`, because the author's own checks may follow in the
 * file.
 */
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
