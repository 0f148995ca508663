/** Defines the judge's results on the examples that a student wrote in a step "catch". */
import * as v from 'valibot';
import { LANGUAGES } from './language.ts';

/**
 * Why an example does not count. `value`: the author's program returns another value, printed as `text`. `differs`, in place
 * of `value` and `throws` before the hand-in: the author's program does something else than the example says.
 */
const exampleRefusalSchema = v.variant('kind', [
	v.object({ kind: v.picklist(['unreadable', 'throws', 'slow', 'differs']) }),
	v.object({ kind: v.literal('value'), text: v.string() })
]);
export type ExampleRefusal = v.InferOutput<typeof exampleRefusalSchema>;

const judgedExampleSchema = v.object({
	/** The example's call as a program writes it: `status(8)`. */
	call: v.string(),
	/** The value that the student expects the call to return; empty where they expect it to throw. */
	said: v.string(),
	throws: v.exactOptional(v.literal(true)),
	/** Why the example does not count; absent when the author's program returns what the student says. */
	refusal: v.exactOptional(exampleRefusalSchema)
});
export type JudgedExample = v.InferOutput<typeof judgedExampleSchema>;

/** A wrong program that no example caught: the author's sentence, or one call and what both programs return. */
const survivingMutantSchema = v.variant('kind', [
	v.object({ kind: v.literal('sentence'), sentence: v.record(v.picklist(LANGUAGES), v.string()) }),
	/**
	 * `right`: what the author's program returns; null when it throws. `wrong`: what the wrong program returns; null when it throws
	 * or does not end.
	 */
	v.object({ kind: v.literal('call'), call: v.string(), right: v.nullable(v.string()), wrong: v.nullable(v.string()) })
]);
export type SurvivingMutant = v.InferOutput<typeof survivingMutantSchema>;

export const caughtMutantsSchema = v.object({
	step: v.string(),
	examples: v.array(judgedExampleSchema),
	caught: v.number(),
	total: v.number(),
	/** One or two of the wrong programs that no example caught; none before the hand-in. */
	survivors: v.array(survivingMutantSchema)
});
export type CaughtMutants = v.InferOutput<typeof caughtMutantsSchema>;
export const caughtMutantsListSchema = v.array(caughtMutantsSchema);

/** Removes what only a hand-in may tell: what the author's program does, and which wrong programs were missed. */
export function removeHandInOnlyDetails(caught: CaughtMutants): CaughtMutants {
	const examples = caught.examples.map(({ refusal, ...example }): JudgedExample => {
		if (refusal === undefined) return example;
		const { kind } = refusal;
		return { ...example, refusal: { kind: kind === 'value' || kind === 'throws' ? 'differs' : kind } };
	});
	return { ...caught, examples, survivors: [] };
}

/** Number of wrong programs that the student's examples caught, over all steps. */
export interface CaughtMutantCount {
	caught: number;
	total: number;
}

/** Sums the caught wrong programs over all steps of a verdict; null where there is nothing to catch. */
export function countCaughtMutants(bySteps: readonly CaughtMutants[] | null): CaughtMutantCount | null {
	if (bySteps === null) return null;
	const sumOverSteps = (key: keyof CaughtMutantCount) => bySteps.reduce((sum, step) => sum + step[key], 0);
	return { caught: sumOverSteps('caught'), total: sumOverSteps('total') };
}
