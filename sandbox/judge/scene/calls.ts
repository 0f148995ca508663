import type { Bundle } from '../../contract.ts';
import type { CheckResult, JudgeLimits, Problem } from '../../report.ts';
import { createProblemLocator, locateResultProblem } from '../problem-locator.ts';
import type { TaskOutcome, JudgeTask } from '../task-messages.ts';
import { parseScenePlayResult, type ScenePlayRequest } from './play-report.ts';

export type SceneCall =
	| { kind: 'exports' }
	| { kind: 'measure'; option: string; values: Record<string, number> }
	| ({ kind: 'play' } & ScenePlayRequest);

export interface SceneCallBatch {
	bundle: Bundle;
	calls: SceneCall[];
	limits?: Partial<JudgeLimits>;
	seed?: number;
	stopsWhenFatal?: boolean;
}

/** The returned value as parsed JSON that is not validated (for `play` a `ScenePlayResult`), or the problem. */
export type SceneCallResult = { kind: 'value'; value: unknown } | { kind: 'problem'; problem: Problem };

const CALLS_FILE_NAME = 'calls';
const SCENE_DRIVER_MODULE = 'driver';

export interface SceneTask {
	task: JudgeTask;
	readOutcome(outcome: TaskOutcome): SceneCallResult[];
}

/** `driverCode` is code that exports `createSceneDriver`. */
export function createSceneTask(
	driverCode: string,
	batch: SceneCallBatch,
	limits: JudgeLimits,
	seed: number
): SceneTask {
	const { bundle, calls, stopsWhenFatal = false } = batch;
	const codeBefore = `exports.modules = ((createSceneDriver, evaluate) => ({ ${SCENE_DRIVER_MODULE}: () => createSceneDriver(evaluate) }))(
((module) => { ((module, exports) => {${driverCode}
})(module, module.exports); return module.exports.createSceneDriver; })({ exports: {} }),
(require, module, exports) => {
`;
	const callEntries = calls.map((call, index) => [String(index), JSON.stringify(call)]);
	// Nothing equals this new object, so each comparison fails, and its failure contains the text that the call returned.
	const checksCode = `const { expect, test } = require('vitest');
const { call } = require('${SCENE_DRIVER_MODULE}');
exports.checks = { ${CALLS_FILE_NAME}() {
	for (const [id, text] of JSON.parse(${JSON.stringify(JSON.stringify(callEntries))})) test(id, () => { expect(call(text)).toBe({}); });
} };`;
	return {
		task: {
			programCode: `${codeBefore}${bundle.code}\n});`,
			checksCode,
			program: SCENE_DRIVER_MODULE,
			files: [{ path: CALLS_FILE_NAME, titlesAbove: [] }],
			limits,
			seed,
			stopsWhenFatal
		},
		readOutcome(outcome) {
			const locateProblem = createProblemLocator({ program: bundle, checks: { code: '', map: EMPTY_SOURCE_MAP } });
			const locateSceneProblem = (problem: Problem) =>
				locateProblem(shiftProblemIntoBundle(problem, codeBefore.split('\n').length - 1));
			if (outcome.loadProblem !== undefined) {
				const problem = locateSceneProblem(outcome.loadProblem.problem);
				return calls.map(() => ({ kind: 'problem', problem }));
			}
			const resultById = new Map(
				outcome.results.map((result) => [result.path.join(), locateResultProblem(result, locateSceneProblem)])
			);
			return calls.map(({ kind }, index) => {
				const callResult = readCallResult(resultById.get(String(index)));
				return callResult.kind === 'value' && kind === 'play'
					? { ...callResult, value: parseScenePlayResult(callResult.value, locateSceneProblem) }
					: callResult;
			});
		}
	};
}

const EMPTY_SOURCE_MAP = '{"version":3,"sources":[],"names":[],"mappings":""}';

function shiftProblemIntoBundle(problem: Problem, lineCountAbove: number): Problem {
	if (!('place' in problem) || problem.place === undefined) return problem;
	return { ...problem, place: { ...problem.place, line: problem.place.line - lineCountAbove } };
}

function readCallResult(result: CheckResult | undefined): SceneCallResult {
	const problem = result?.problem ?? { kind: 'crash', message: 'It gave nothing.' };
	if (problem.kind !== 'assertion') return { kind: 'problem', problem };
	const receivedText = problem.received ?? '';
	try {
		return { kind: 'value', value: JSON.parse(String(JSON.parse(receivedText))) as unknown };
	} catch {
		const message = `It gave more than can be read: ${receivedText.slice(0, 60)}…`;
		return { kind: 'problem', problem: { kind: 'crash', message } };
	}
}
