/** What the judge says of the examples that a student wrote in a step "catch". */
import * as v from 'valibot';
import { LANGUAGES, type Language } from './language.ts';

/**
 * Why an example does not count. `value`: what the author's program returns, printed. `differs`: before the hand-in, that it does something
 * else than the example says.
 */
export type ExampleRefusal = { kind: 'unreadable' | 'throws' | 'slow' | 'differs' } | { kind: 'value'; text: string };

export interface JudgedExample {
	/** The call as a program writes it: `status(8)`. */
	call: string;
	/** What the student says that it returns; empty where they say that it throws. */
	said: string;
	throws?: true;
	/** Why the example does not count; absent when the author's program returns what the student says. */
	refusal?: ExampleRefusal;
}

/** A wrong program that no example caught: the author's sentence, or one call and what both programs return. */
export type SurvivingMutant =
	| { kind: 'sentence'; sentence: Partial<Record<Language, string>> }
	/** `right` is null where the author's program throws. `wrong` is null where the wrong program breaks: it throws or does not end. */
	| { kind: 'call'; call: string; right: string | null; wrong: string | null };

export interface CaughtMutants {
	step: string;
	examples: JudgedExample[];
	caught: number;
	total: number;
	/** One or two of those that were not caught. */
	survivors: SurvivingMutant[];
}

const textSchema = v.string();
const refusalSchema: v.GenericSchema<unknown, ExampleRefusal> = v.variant('kind', [
	v.object({ kind: v.picklist(['unreadable', 'throws', 'slow', 'differs']) }),
	v.object({ kind: v.literal('value'), text: textSchema })
]);
const survivorSchema: v.GenericSchema<unknown, SurvivingMutant> = v.variant('kind', [
	v.object({ kind: v.literal('sentence'), sentence: v.record(v.picklist(LANGUAGES), textSchema) }),
	v.object({ kind: v.literal('call'), call: textSchema, right: v.nullable(textSchema), wrong: v.nullable(textSchema) })
]);

export const caughtMutantsSchema: v.GenericSchema<unknown, CaughtMutants> = v.object({
	step: v.string(),
	examples: v.array(
		v.object({
			call: textSchema,
			said: textSchema,
			throws: v.exactOptional(v.literal(true)),
			refusal: v.exactOptional(refusalSchema)
		})
	),
	caught: v.number(),
	total: v.number(),
	survivors: v.array(survivorSchema)
});
export const caughtMutantsListSchema: v.GenericSchema<unknown, CaughtMutants[]> = v.array(caughtMutantsSchema);

/** Leaves out what only a hand-in tells: what the author's program does, and which wrong programs were missed. */
export function withoutAnswers(caught: CaughtMutants): CaughtMutants {
	const examples = caught.examples.map(({ refusal, ...example }): JudgedExample => {
		if (refusal === undefined) return example;
		const { kind } = refusal;
		return { ...example, refusal: { kind: kind === 'value' || kind === 'throws' ? 'differs' : kind } };
	});
	return { ...caught, examples, survivors: [] };
}

/** How many wrong programs the student's examples caught, over all steps. */
export interface CaughtCount {
	caught: number;
	total: number;
}

/** Sums over the steps of a verdict; null where there is nothing to catch. */
export function countCaught(bySteps: readonly CaughtMutants[] | null): CaughtCount | null {
	if (bySteps === null) return null;
	const sumOf = (key: keyof CaughtCount) => bySteps.reduce((sum, step) => sum + step[key], 0);
	return { caught: sumOf('caught'), total: sumOf('total') };
}
