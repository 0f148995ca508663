import type { ExampleOutcome, ExampleToTry } from '#sandbox/judge/index.ts';
import type { Files } from '#sandbox/contract.ts';
import type { JudgeLimits } from '#sandbox/report.ts';
import { formatCallAsCode, formatValueAsCode } from '#lib/domain/prediction-question.ts';
import type { CaughtMutants, ExampleRefusal, JudgedExample } from '#lib/domain/verdict.ts';
import {
	isEmptyWrittenExample,
	readWrittenExample,
	type ReadableExample,
	type WrittenExample
} from '#lib/domain/written-example.ts';
import {
	runProgramOnExamples,
	toGivenExample,
	isMutantCaught,
	toShortStorableText,
	type CatchStepPrograms,
	type ExampleJudgement,
	type ExampleRunner
} from './catchable-mutants.ts';

const MOST_DESCRIBED_SURVIVORS = 2;
/** Time limits in milliseconds. A wrong program gets twice the author's time, so that it is not caught for being slow. */
const JUDGED_EXAMPLE_LIMITS_MILLISECONDS = {
	solution: { time: 250, total: 500 },
	mutant: { time: 500, total: 1000 }
} as const;
const UNTRIED_OUTCOME: ExampleOutcome = { kind: 'untried' };

export async function judgeWrittenExamples(
	programs: CatchStepPrograms,
	writtenRows: readonly WrittenExample[],
	tryExamples: ExampleRunner
): Promise<CaughtMutants> {
	const { step, mutants, toleranceByFunction } = programs;
	const rows = writtenRows.filter((row) => !isEmptyWrittenExample(row));
	const parsedRows = rows.map((row) => readWrittenExample(row, step.functions));
	const readableExamples = parsedRows.flatMap((each) => ('example' in each ? [each.example] : []));
	const givenExamples = readableExamples.map((each) => toGivenExample(each, toleranceByFunction.get(each.function)));
	const findings = await judgeExamplesWithCache(programs, givenExamples, tryExamples);
	const refusals = new Map(readableExamples.map((each, at) => [each, refusalOf(findings[at]?.outcome)]));
	const isAnyAccepted = findings.some(({ outcome }) => outcome.kind === 'same');
	const remainingMutants = mutants.filter((_, index) => !findings.some(({ catches }) => catches.has(index)));
	return {
		step: step.id,
		examples: rows.map((row, at) => {
			const parsedRow = parsedRows[at];
			return parsedRow !== undefined && 'example' in parsedRow
				? createJudgedExample(parsedRow.example, refusals.get(parsedRow.example))
				: refuseUnreadableExample(row);
		}),
		caught: mutants.length - remainingMutants.length,
		total: mutants.length,
		survivors: isAnyAccepted ? remainingMutants.slice(0, MOST_DESCRIBED_SURVIVORS).map(({ survivor }) => survivor) : []
	};
}

/** Runs only the examples without a cached judgement, because a class often writes the same ones. */
async function judgeExamplesWithCache(
	{ solution, surroundings, mutants, findings }: CatchStepPrograms,
	givenExamples: readonly ExampleToTry[],
	tryExamples: ExampleRunner
): Promise<ExampleJudgement[]> {
	const exampleKeys = givenExamples.map(({ name, args, returns, throws }) =>
		JSON.stringify([name, args, throws ? { throws } : [returns]])
	);
	const findingsByKey = new Map(exampleKeys.flatMap((key) => [[key, findings.get(key)] as const]));
	const freshKeys = [...findingsByKey.keys()].filter((key) => findingsByKey.get(key) === undefined);
	const examplesWithKeys = (someKeys: readonly string[]) =>
		someKeys.flatMap((key) => givenExamples[exampleKeys.indexOf(key)] ?? []);
	const runProgram = (
		files: Files,
		someKeys: readonly string[],
		limits: Partial<JudgeLimits>,
		stopsWhenFatal: boolean
	) =>
		runProgramOnExamples(tryExamples, surroundings, {
			files,
			examples: examplesWithKeys(someKeys),
			limits,
			stopsWhenFatal
		});
	const solutionOutcomes = await runProgram(solution, freshKeys, JUDGED_EXAMPLE_LIMITS_MILLISECONDS.solution, false);
	const agreedKeys = freshKeys.filter((_, at) => solutionOutcomes[at]?.kind === 'same');
	const mutantOutcomes = await Promise.all(
		mutants.map(({ files }) => runProgram(files, agreedKeys, JUDGED_EXAMPLE_LIMITS_MILLISECONDS.mutant, true))
	);
	for (const [at, key] of freshKeys.entries()) {
		const outcome = solutionOutcomes[at] ?? UNTRIED_OUTCOME;
		const keyIndex = agreedKeys.indexOf(key);
		const outcomesOfMutants = keyIndex < 0 ? [] : mutantOutcomes.map((each) => each[keyIndex] ?? UNTRIED_OUTCOME);
		const catches = new Set(outcomesOfMutants.flatMap((one, index) => (isMutantCaught(one) ? [index] : [])));
		const finding = { outcome, catches };
		findingsByKey.set(key, finding);
		// Keep no judgement while a program was stopped before this example: the example may catch it next time.
		const isWhole =
			outcome.kind !== 'problem' && [outcome, ...outcomesOfMutants].every(({ kind }) => kind !== 'untried');
		if (isWhole) findings.set(key, finding);
	}
	return exampleKeys.map((key) => findingsByKey.get(key) ?? { outcome: UNTRIED_OUTCOME, catches: new Set() });
}

function createJudgedExample(
	{ function: name, given, returns, throws }: ReadableExample,
	refusal: ExampleRefusal | undefined
): JudgedExample {
	const call = toShortStorableText(formatCallAsCode({ name, args: given }));
	return {
		call,
		...(throws ? { said: '', throws } : { said: toShortStorableText(formatValueAsCode(returns)) }),
		...(refusal && { refusal })
	};
}

function refuseUnreadableExample({ function: name, given, returns, throws }: WrittenExample): JudgedExample {
	const call = toShortStorableText(`${name}(${given.join(', ')})`);
	return {
		call,
		...(throws ? { said: '', throws } : { said: toShortStorableText(returns) }),
		refusal: { kind: 'unreadable' }
	};
}

function refusalOf(outcome: ExampleOutcome | undefined): ExampleRefusal | undefined {
	if (outcome === undefined || outcome.kind === 'same') return undefined;
	if (outcome.kind === 'other') return { kind: 'value', text: toShortStorableText(outcome.text) };
	return { kind: outcome.kind === 'problem' && outcome.problem.kind === 'thrown' ? 'throws' : 'slow' };
}
