/** Reads, from the message of a failed check, what a solution returned for an example. */
import { doesCheckNameValues, readExerciseExample } from '#lib/domain/exercise/exercise-checks.ts';
import type { ExerciseExample } from '#lib/domain/exercise/exercise.ts';
import { readExampleValue, formatExampleCell } from '#lib/domain/exercise/example-values.ts';

/** Returns the received and the expected result as table cells; undefined when the message leaves doubt about them. */
export function readComparedResults(
	example: ExerciseExample,
	solution: string,
	message: string
): { received: string; expected: string } | undefined {
	const parsedExample = readExerciseExample(example);
	const [comparedText = '', expectedText, ...more] = message.split(' to equal ');
	if (
		typeof parsedExample === 'string' ||
		expectedText === undefined ||
		more.length > 0 ||
		!comparedText.startsWith('expected ')
	)
		return undefined;
	const receivedText = comparedText.slice('expected '.length);
	const printedText = doesCheckNameValues(parsedExample, solution)
		? findLastPropertyValue(receivedText, parsedExample.function)
		: receivedText;
	if (printedText === undefined || printedText.includes('…')) return undefined;
	const receivedValue = printedText.startsWith('"') ? readExampleValue(printedText) : undefined;
	const receivedCell = receivedValue === undefined ? printedText : formatExampleCell(receivedValue);
	const expectedCell = formatExampleCell(parsedExample.returns);
	return receivedCell === expectedCell ? undefined : { received: receivedCell, expected: expectedCell };
}

/** Returns the value of a printed object's last property; undefined when the property's name occurs more than once. */
function findLastPropertyValue(printedObject: string, name: string): string | undefined {
	const partsAroundName = printedObject.split(`${name}: `);
	const [textBefore = '', valueAndRest] = partsAroundName;
	if (partsAroundName.length !== 2 || valueAndRest === undefined || !/^\{\s+(?:.*,\s+)?$/s.test(textBefore))
		return undefined;
	return /^(.*\S)\s+\}$/s.exec(valueAndRest)?.[1];
}
