/** The server's entry point, which judges untrusted programs by untrusted checks; Node only, independent of the app. */
import { availableParallelism } from 'node:os';
import type { Files } from '../contract.ts';
import {
	checkPathKey,
	REPORT_FORMAT,
	VERDICT_FORMAT,
	type CheckResult,
	type JudgeLimits,
	type Report,
	type FunctionCallResult,
	type Verdict
} from '../report.ts';
import { CALL_FILE_PATH, writeFunctionCallCode, returnedValueOf } from './try-examples.ts';
import {
	EXAMPLES_FILE_PATH,
	exampleOutcomesOf,
	writeExamplesCode,
	type ExampleOutcome,
	type ExampleToTry
} from './try-examples.ts';
import { discloseResult, type Disclosure } from './disclose.ts';
import { JUDGE_COMPILER, JUDGE_ENGINE } from './disclose.ts';
import { hashOfFiles } from './hash.ts';
import { completeJudgeLimits } from './limits.ts';
import type { TaskOutcome } from './task-messages.ts';
import { loadJudgeParts } from './parts.ts';
import { JudgeProcess, LOST_TASK_OUTCOME, type JudgeOptions } from './process.ts';
import { createSceneTask, type SceneCallResult, type SceneCallBatch } from './scene/calls.ts';
import { selectStudentFiles } from './limits.ts';

export { JUDGE_ENGINE } from './disclose.ts';
export { hashOfFiles } from './hash.ts';
export { completeJudgeLimits } from './limits.ts';
export { LOST_TASK_OUTCOME } from './process.ts';
export { hasVerdictPassed } from '../report.ts';
export { DISCLOSURES, type Disclosure } from './disclose.ts';
export { EXAMPLE_RELATIVE_TOLERANCE, type ExampleOutcome, type ExampleToTry } from './try-examples.ts';
export type { SceneCallResult, SceneCall } from './scene/calls.ts';
export type { SceneFault, StageAppearance, ScenePlayResult, ScenePlayRequest } from './scene/play-report.ts';
export type { JudgeLimits, FunctionCallResult, Verdict } from '../report.ts';

export interface JudgeInput {
	files: Files;
	program?: string;
	/** The author's data, check files and their imports. They replace student files of the same path, which could hide them. */
	authorFiles: Files;
	/** Paths in `authorFiles` of the check files that students see. */
	checks: string[];
	/** Held-back check files, and what the verdict reveals of each. */
	heldBackChecks?: { path: string; disclosure?: Disclosure }[];
	/** Titles above the checks of a file, by the file's path, so that checks of two files may have the same title. */
	titlesAbove?: Record<string, string[]>;
	challenge?: { id: string; version: string; hash: string };
	limits?: Partial<JudgeLimits>;
	seed?: number;
}

export interface JudgeCallInput extends Pick<JudgeInput, 'files' | 'program' | 'authorFiles' | 'limits' | 'seed'> {
	name: string;
	args: readonly unknown[];
}

export interface ExamplesInput extends Pick<JudgeInput, 'files' | 'program' | 'authorFiles' | 'limits' | 'seed'> {
	examples: readonly ExampleToTry[];
	/** Tries no further example after one that exceeds its time or memory. */
	stopsWhenFatal?: boolean;
}

export interface Judge {
	/** Never rejects because of program or checks: when the process ended twice, the verdict says that the program crashed. */
	judge(input: JudgeInput): Promise<Verdict>;
	/** Like `judge`, but returns `LOST_TASK_OUTCOME` when the process ended twice, for callers that can find out which task was at fault. */
	judgeUnlessLost(input: JudgeInput): Promise<Verdict | typeof LOST_TASK_OUTCOME>;
	callFunction(input: JudgeCallInput): Promise<FunctionCallResult | typeof LOST_TASK_OUTCOME>;
	tryExamples(input: ExamplesInput): Promise<ExampleOutcome[] | typeof LOST_TASK_OUTCOME>;
	callScene(input: SceneCallBatch): Promise<SceneCallResult[] | typeof LOST_TASK_OUTCOME>;
	/** Returns false when the process exists and does not answer within so many milliseconds. */
	isResponding(milliseconds: number): Promise<boolean>;
	close(): Promise<void>;
}

type CreateVerdict = (outcome: TaskOutcome) => Verdict;

const DEFAULT_SEED = 1;
const CRASHED_OUTCOME: TaskOutcome = {
	results: [],
	filePlans: [],
	loadProblem: { problem: { kind: 'crash', message: 'The judge ended twice.' }, side: 'program' },
	duration: 0
};

export function createJudge(options: JudgeOptions = {}): Judge {
	const { seats = availableParallelism(), isShortLived = false, hasLowPriority = false } = options;
	const judgeProcess = new JudgeProcess({ seats, isShortLived, hasLowPriority });

	function judgeTaskOfInput(
		input: Omit<JudgeInput, 'heldBackChecks' | 'challenge'>,
		checks: string[],
		limits: JudgeLimits,
		stopsWhenFatal = false
	): Promise<TaskOutcome | typeof LOST_TASK_OUTCOME> {
		return judgeProcess.judgeTask({
			sources: {
				files: { ...selectStudentFiles(input.files, input.authorFiles), ...input.authorFiles },
				program: input.program ?? 'main.ts',
				checks
			},
			files: checks.map((path) => ({ path, titlesAbove: input.titlesAbove?.[path] ?? [] })),
			limits,
			seed: input.seed ?? DEFAULT_SEED,
			stopsWhenFatal
		});
	}

	async function runChecks(
		input: JudgeInput
	): Promise<{ outcome: TaskOutcome | typeof LOST_TASK_OUTCOME; createVerdict: CreateVerdict }> {
		const start = performance.now();
		const disclosureByFile = new Map(
			input.heldBackChecks?.map(({ path, disclosure }) => [path, disclosure ?? 'example'])
		);
		const limits = completeJudgeLimits(input.limits);
		return {
			outcome: await judgeTaskOfInput(input, [...input.checks, ...disclosureByFile.keys()], limits),
			createVerdict: (outcome) => ({
				format: VERDICT_FORMAT,
				...reportOfOutcome(outcome, disclosureByFile, performance.now() - start),
				program: hashOfFiles(input.files),
				checks: hashOfFiles(input.authorFiles),
				...(input.challenge && { challenge: input.challenge }),
				engine: JUDGE_ENGINE,
				compiler: JUDGE_COMPILER,
				limits,
				seed: input.seed ?? DEFAULT_SEED,
				judgedAt: new Date().toISOString()
			})
		};
	}

	return {
		async judge(input) {
			const { outcome, createVerdict } = await runChecks(input);
			return createVerdict(outcome === LOST_TASK_OUTCOME ? CRASHED_OUTCOME : outcome);
		},
		async judgeUnlessLost(input) {
			const { outcome, createVerdict } = await runChecks(input);
			return outcome === LOST_TASK_OUTCOME ? LOST_TASK_OUTCOME : createVerdict(outcome);
		},
		async callFunction({ name, args, ...input }) {
			const authorFiles = {
				...input.authorFiles,
				[CALL_FILE_PATH]: writeFunctionCallCode(input.program ?? 'main.ts', name, args)
			};
			const outcome = await judgeTaskOfInput(
				{ ...input, authorFiles, checks: [] },
				[CALL_FILE_PATH],
				completeJudgeLimits(input.limits)
			);
			return outcome === LOST_TASK_OUTCOME ? LOST_TASK_OUTCOME : returnedValueOf(outcome);
		},
		async tryExamples({ examples, stopsWhenFatal, ...input }) {
			const authorFiles = {
				...input.authorFiles,
				[EXAMPLES_FILE_PATH]: writeExamplesCode(input.program ?? 'main.ts', examples)
			};
			const taskInput = { ...input, authorFiles, checks: [] };
			const outcome = await judgeTaskOfInput(
				taskInput,
				[EXAMPLES_FILE_PATH],
				completeJudgeLimits(input.limits),
				stopsWhenFatal
			);
			return outcome === LOST_TASK_OUTCOME ? LOST_TASK_OUTCOME : exampleOutcomesOf(outcome, examples.length);
		},
		async callScene(input) {
			const { sceneDriverCode } = await loadJudgeParts();
			const { task, readOutcome } = createSceneTask(
				sceneDriverCode,
				input,
				completeJudgeLimits(input.limits),
				input.seed ?? DEFAULT_SEED
			);
			const outcome = await judgeProcess.judgeTask(task);
			return outcome === LOST_TASK_OUTCOME ? LOST_TASK_OUTCOME : readOutcome(outcome);
		},
		isResponding: (milliseconds) => judgeProcess.isResponding(milliseconds),
		close: () => judgeProcess.close()
	};
}

function reportOfOutcome(
	{ results, filePlans, loadProblem }: TaskOutcome,
	disclosureByFile: Map<string, Disclosure>,
	duration: number
): Pick<Verdict, 'report' | 'held' | 'broke'> {
	const fileByPathKey = new Map<string, string>();
	for (const { file, paths } of filePlans) for (const path of paths) fileByPathKey.set(checkPathKey(path), file);
	const shownResults: CheckResult[] = [];
	const heldBackCounts = { passed: 0, total: 0 };
	for (const result of sortInPlannedOrder(results, [...fileByPathKey.keys()])) {
		const disclosure = disclosureByFile.get(fileByPathKey.get(checkPathKey(result.path)) ?? '');
		if (disclosure !== undefined) {
			heldBackCounts.total += 1;
			if (result.status === 'pass') heldBackCounts.passed += 1;
		}
		const shownResult = disclosure === undefined ? result : discloseResult(result, disclosure);
		if (shownResult !== undefined) shownResults.push(shownResult);
	}
	const report: Report = {
		format: REPORT_FORMAT,
		results: shownResults,
		...(loadProblem && { load: loadProblem.problem }),
		duration
	};
	return { report, held: heldBackCounts, ...(loadProblem && { broke: loadProblem.side }) };
}

function sortInPlannedOrder(results: CheckResult[], keys: string[]): CheckResult[] {
	const placeByKey = new Map(keys.map((key, index) => [key, index]));
	const plannedIndexOf = ({ path }: CheckResult) => placeByKey.get(checkPathKey(path)) ?? keys.length;
	return results.toSorted((one, other) => plannedIndexOf(one) - plannedIndexOf(other));
}
