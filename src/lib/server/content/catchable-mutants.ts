import type { ExampleOutcome, ExampleToTry } from '#sandbox/judge/index.ts';
import type { Files } from '#sandbox/contract.ts';
import type { JudgeLimits } from '#sandbox/report.ts';
import { formatCallAsCode, formatValueAsCode } from '#lib/domain/prediction-question.ts';
import type { SurvivingMutant } from '#lib/domain/verdict.ts';
import type { Step } from '#lib/domain/challenge.ts';
import { toStorableText } from '#lib/domain/parse.ts';
import type { ReadableExample } from '#lib/domain/written-example.ts';
import type { DisclosedExample } from './pack-catch-step.ts';
import { withoutSpaces } from './mutants.ts';
import type { PackedChallenge } from './pack.ts';
import { pickChallengeDataFiles } from './judge-input.ts';
import { RecentCache } from './recent-cache.ts';

export type CatchStep = Extract<Step, { kind: 'catch' }>;

/** Upper limit of wrong programs that are counted; the author's own come first. */
const MOST_COUNTED_MUTANTS = 20;
const MOST_CACHED_JUDGEMENTS = 500;
const MOST_PRINTED_CHARACTERS = 300;
/** Upper limits in milliseconds: `time` for one example, `total` for all examples on one wrong program. */
const EXAMPLE_LIMITS_MILLISECONDS = { time: 500, total: 5000 };

interface ProgramWithExamples {
	files: Files;
	authorFiles: Files;
	examples: ExampleToTry[];
	limits: Partial<JudgeLimits>;
	stopsWhenFatal: boolean;
}
/** Runs a program on examples and returns one outcome for each example, in the same order. */
export type ExampleRunner = (tried: ProgramWithExamples) => Promise<ExampleOutcome[]>;

interface CountedMutant {
	files: Files;
	survivor: SurvivingMutant;
}

/** The outcome of one example, and the wrong programs that it catches, by their index in the list. */
export interface ExampleJudgement {
	outcome: ExampleOutcome;
	catches: ReadonlySet<number>;
}

interface ProgramSurroundings {
	authorFiles: Files;
	/** The memory limit that the challenge sets in place of the judge's own; empty when it sets none. */
	memoryLimit: Partial<Pick<JudgeLimits, 'memory'>>;
}

export interface CatchStepPrograms {
	step: CatchStep;
	solution: Files;
	surroundings: ProgramSurroundings;
	mutants: CountedMutant[];
	/** By function: how far a returned number may be from the author's. */
	toleranceByFunction: Map<string, number>;
	findings: RecentCache<ExampleJudgement>;
}

/** Finds the wrong programs that can be caught: those for which some example of the author fails. */
export async function prepareCatchStepPrograms(
	{ challenge, privatePart: hidden }: Pick<PackedChallenge, 'challenge' | 'privatePart'>,
	step: CatchStep,
	tryExamples: ExampleRunner
): Promise<CatchStepPrograms> {
	const start = challenge.start[challenge.languages[0] ?? 'fr'];
	const { sentences = {}, automatic = [], known = [] } = hidden.catch ?? {};
	const { memory } = challenge.limits ?? {};
	const surroundings: ProgramSurroundings = {
		authorFiles: pickChallengeDataFiles(challenge.surroundings),
		memoryLimit: memory === undefined ? {} : { memory }
	};
	const solution = { ...start, ...hidden.solution };
	const candidates = withoutDuplicatePrograms([
		...Object.entries(hidden.mutants).map(([id, own]) => ({ files: { ...start, ...own }, sentence: sentences[id] })),
		...automatic.map(({ file, text }) => ({ files: { ...solution, [file]: text }, sentence: undefined }))
	]);
	const functionNames = step.functions.map(({ name }) => name);
	const fittingExamples = known.filter((each) => functionNames.includes(each.function));
	const runProgram = (files: Files, examples: readonly DisclosedExample[], stopsWhenFatal: boolean) =>
		runProgramOnExamples(tryExamples, surroundings, {
			files,
			examples: examples.map((each) => toGivenExample(each, each.within)),
			limits: EXAMPLE_LIMITS_MILLISECONDS,
			stopsWhenFatal
		});
	const solutionOutcomes = await runProgram(solution, fittingExamples, false);
	const agreedExamples = fittingExamples.filter((_, at) => solutionOutcomes[at]?.kind === 'same');
	const candidateOutcomes = await Promise.all(candidates.map(({ files }) => runProgram(files, agreedExamples, true)));
	const knownBehaviours = new Set<string>();
	const mutants: CountedMutant[] = [];
	for (const [index, { files, sentence }] of candidates.entries()) {
		const mutantOutcomes = candidateOutcomes[index] ?? [];
		const at = mutantOutcomes.findIndex(isMutantCaught);
		const [witness, outcome] = [agreedExamples[at], mutantOutcomes[at]];
		// Two wrong programs that return the same for every known example count once.
		const behaviour = JSON.stringify(mutantOutcomes.map(summariseOutcome));
		if (witness === undefined || outcome === undefined || knownBehaviours.has(behaviour)) continue;
		knownBehaviours.add(behaviour);
		mutants.push({ files, survivor: sentence ? { kind: 'sentence', sentence } : describeSurvivor(witness, outcome) });
		if (mutants.length === MOST_COUNTED_MUTANTS) break;
	}
	return {
		step,
		solution,
		surroundings,
		mutants,
		toleranceByFunction: toleranceByFunctionOf(fittingExamples),
		findings: new RecentCache(MOST_CACHED_JUDGEMENTS)
	};
}

export async function runProgramOnExamples(
	tryExamples: ExampleRunner,
	{ authorFiles, memoryLimit }: ProgramSurroundings,
	{ limits, ...tried }: Omit<ProgramWithExamples, 'authorFiles'>
): Promise<ExampleOutcome[]> {
	if (tried.examples.length === 0) return [];
	return tryExamples({ ...tried, authorFiles, limits: { ...limits, ...memoryLimit } });
}

export const toGivenExample = (
	{ function: name, given, returns, throws }: ReadableExample,
	within: number | undefined
): ExampleToTry => ({
	name,
	args: given,
	...(throws ? { throws } : { returns, ...(within !== undefined && { within }) })
});

export const isMutantCaught = ({ kind }: ExampleOutcome): boolean => kind !== 'same' && kind !== 'untried';

/** Summarises an outcome for comparisons, without times and messages, which differ from run to run. */
const summariseOutcome = (outcome: ExampleOutcome): string =>
	outcome.kind === 'other' ? `other ${outcome.text}` : outcome.kind;

function describeSurvivor(
	{ function: name, given, returns, throws }: DisclosedExample,
	outcome: ExampleOutcome
): SurvivingMutant {
	return {
		kind: 'call',
		call: toShortStorableText(formatCallAsCode({ name, args: given })),
		right: throws ? null : toShortStorableText(formatValueAsCode(returns)),
		wrong: outcome.kind === 'other' ? toShortStorableText(outcome.text) : null
	};
}

/** Shortens a text, and leaves out what a database cannot store: zero bytes and unpaired surrogates. */
export function toShortStorableText(text: string): string {
	const shortenedText = text.length > MOST_PRINTED_CHARACTERS ? `${text.slice(0, MOST_PRINTED_CHARACTERS)}…` : text;
	return toStorableText(shortenedText);
}

function withoutDuplicatePrograms<Candidate extends { files: Files }>(candidates: Candidate[]): Candidate[] {
	const candidateByText = new Map<string, Candidate>();
	for (const candidate of candidates) {
		const text = withoutSpaces(JSON.stringify(candidate.files));
		if (!candidateByText.has(text)) candidateByText.set(text, candidate);
	}
	return [...candidateByText.values()];
}

function toleranceByFunctionOf(known: readonly DisclosedExample[]): Map<string, number> {
	const toleranceByFunction = new Map<string, number>();
	for (const { function: name, within = 0 } of known)
		if (within > 0) toleranceByFunction.set(name, Math.max(within, toleranceByFunction.get(name) ?? 0));
	return toleranceByFunction;
}
