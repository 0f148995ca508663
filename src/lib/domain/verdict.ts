import type { CheckResult, CheckStatus, Verdict, ExceededSizeLimit, Problem } from '#sandbox/report.ts';
import * as v from 'valibot';
import { LANGUAGES } from './language.ts';

/** First element of the paths of held-back checks, before their step. */
const HELD_BACK_PATH_ELEMENT = 'held';

export const checkPathPrefix = (step: string): string[] => [step];
export const heldBackCheckPathPrefix = (step: string): string[] => [HELD_BACK_PATH_ELEMENT, step];

interface NamedCheck {
	step: string;
	check: string;
	held: boolean;
}

export function parseCheckPath(path: readonly string[]): NamedCheck {
	const isHeld = path[0] === HELD_BACK_PATH_ELEMENT && path.length > 2;
	const [step = ''] = isHeld ? path.slice(1) : path;
	return { step, check: path.at(-1) ?? '', held: isHeld };
}

/**
 * Numbers of passed checks and of all checks, held-back ones included; checks of steps that may be skipped are counted apart, in `beyond`.
 */
export interface VerdictCheckCounts {
	passed: number;
	total: number;
	beyond: { passed: number; total: number };
}

export function countVerdictChecks(
	{ report, held }: Pick<Verdict, 'report' | 'held'>,
	skippableSteps: readonly string[]
): VerdictCheckCounts {
	const tally: VerdictCheckCounts = { passed: held.passed, total: held.total, beyond: { passed: 0, total: 0 } };
	for (const { path, status } of report.results) {
		const { step, held: isHeld } = parseCheckPath(path);
		if (isHeld) continue;
		const targetCounts = skippableSteps.includes(step) ? tally.beyond : tally;
		targetCounts.total += 1;
		if (status === 'pass') targetCounts.passed += 1;
	}
	return tally;
}

/** Tells whether the program passes no check of the steps that may be skipped, as after a student skipped them. */
export const isOptionalStepUndone = ({ beyond }: VerdictCheckCounts): boolean =>
	beyond.total > 0 && beyond.passed === 0;

export interface CheckDifference extends NamedCheck {
	/** Status in the earlier verdict; absent when that verdict has no result for the check. */
	before?: CheckStatus;
	after?: CheckStatus;
}

export function compareVerdictChecks(
	before: Pick<Verdict, 'report'>,
	after: Pick<Verdict, 'report'>
): CheckDifference[] {
	const [one, other] = [statusByCheck(before.report.results), statusByCheck(after.report.results)];
	const checkKeys = [...new Set([...one.keys(), ...other.keys()])];
	return checkKeys.flatMap((key) => {
		const [was, is] = [one.get(key), other.get(key)];
		const namedCheck = was ?? is;
		if (namedCheck === undefined || was?.status === is?.status) return [];
		const { step, check, held } = namedCheck;
		return [{ step, check, held, ...(was && { before: was.status }), ...(is && { after: is.status }) }];
	});
}

function statusByCheck(results: readonly CheckResult[]): Map<string, NamedCheck & { status: CheckStatus }> {
	return new Map(
		results.map(({ path, status }) => {
			const namedCheck = parseCheckPath(path);
			return [JSON.stringify([namedCheck.held, namedCheck.step, namedCheck.check]), { ...namedCheck, status }];
		})
	);
}

const sourcePlaceField = {
	place: v.exactOptional(v.object({ file: v.string(), line: v.number(), column: v.number() }))
};

const sizeExcessSchema: v.GenericSchema<unknown, ExceededSizeLimit> = v.variant('of', [
	v.object({ of: v.picklist(['bytes', 'lines']), file: v.string(), most: v.number() }),
	v.object({ of: v.literal('line'), file: v.string(), line: v.number(), most: v.number() })
]);

export const programProblemSchema: v.GenericSchema<unknown, Problem> = v.variant('kind', [
	v.object({
		kind: v.literal('assertion'),
		matcher: v.string(),
		message: v.string(),
		expected: v.exactOptional(v.string()),
		received: v.exactOptional(v.string()),
		...sourcePlaceField
	}),
	v.object({ kind: v.literal('thrown'), name: v.string(), message: v.string(), ...sourcePlaceField }),
	v.object({ kind: v.literal('time'), limit: v.number(), ...sourcePlaceField }),
	v.object({ kind: v.literal('memory') }),
	v.object({ kind: v.literal('too-large'), excess: v.exactOptional(sizeExcessSchema) }),
	v.object({ kind: v.literal('crash'), message: v.string() })
]);

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
