/** Reads what a solution returned for an example from the message of the failed check. */
import { areGivenNamed, readExerciseExample } from '#lib/domain/exercise/exercise-checks.ts';
import type { ExerciseExample } from '#lib/domain/exercise/exercise.ts';
import { readExampleValue, formatExampleCell } from '#lib/domain/exercise/example-values.ts';

/** Returns both results as a cell shows them; undefined where the message does not certainly tell what was returned. */
export function readComparedResults(
	example: ExerciseExample,
	solution: string,
	message: string
): { received: string; expected: string } | undefined {
	const parsedExample = readExerciseExample(example);
	const [compared = '', right, ...more] = message.split(' to equal ');
	if (typeof parsedExample === 'string' || right === undefined || more.length > 0 || !compared.startsWith('expected '))
		return undefined;
	const receivedText = compared.slice('expected '.length);
	const printedText = areGivenNamed(parsedExample, solution)
		? memberIn(receivedText, parsedExample.function)
		: receivedText;
	if (printedText === undefined || printedText.includes('…')) return undefined;
	const value = printedText.startsWith('"') ? readExampleValue(printedText) : undefined;
	const receivedCell = value === undefined ? printedText : formatExampleCell(value);
	const expectedCell = formatExampleCell(parsedExample.returns);
	return receivedCell === expectedCell ? undefined : { received: receivedCell, expected: expectedCell };
}

/** Returns the last member of a printed object; undefined where its name stands there more than once. */
function memberIn(printedObject: string, name: string): string | undefined {
	const parts = printedObject.split(`${name}: `);
	const [before = '', value] = parts;
	if (parts.length !== 2 || value === undefined || !/^\{\s+(?:.*,\s+)?$/s.test(before)) return undefined;
	return /^(.*\S)\s+\}$/s.exec(value)?.[1];
}
