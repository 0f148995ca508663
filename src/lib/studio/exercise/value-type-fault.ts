/** Says in words which value of an example does not fit the type of its parameter. */
import type { ParsedExerciseExample } from '#lib/domain/exercise/exercise-checks.ts';
import type { Exercise } from '#lib/domain/exercise/exercise.ts';
import { formatExampleCell } from '#lib/domain/exercise/example-values.ts';
import { findWrongTypeValue, type PlainType } from '#lib/domain/exercise/exported-functions.ts';
import { m } from '#lib/paraglide/messages.js';

const EXPECTED_TYPE_TEXTS: Record<PlainType, () => string> = {
	boolean: m.studio_wanted_boolean,
	number: m.studio_wanted_number,
	string: m.studio_wanted_string
};

/** Returns a sentence about the first value of a wrong type; undefined when every value fits or the types are unclear. */
export function describeValueTypeFault(
	{ function: name, given }: ParsedExerciseExample,
	{ solution, start }: Pick<Exercise, 'solution' | 'start'>
): string | undefined {
	const misfitValue = findWrongTypeValue(name, given, [solution, start]);
	if (!misfitValue) return undefined;
	const { value } = misfitValue;
	const messageInputs = {
		value: typeof value === 'string' ? value : formatExampleCell(value),
		name: misfitValue.name,
		wanted: EXPECTED_TYPE_TEXTS[misfitValue.wanted]()
	};
	if (typeof value === 'string') return m.studio_misfit_text(messageInputs);
	return typeof value === 'number' ? m.studio_misfit_number(messageInputs) : m.studio_misfit_other(messageInputs);
}
