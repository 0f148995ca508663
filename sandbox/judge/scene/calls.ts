/** Calls of a scene's functions, made in the judge's engine: what is asked, the task that asks it, and what came of it. */
import type { Bundle } from '../../index.ts';
import type { CheckResult, Limits, Problem } from '../../report.ts';
import { createPlacing, placedResult } from '../places.ts';
import type { TaskOutcome, Task } from '../plan.ts';
import { playedIn, type Playing } from './play-report.ts';

export type SceneCall =
	/** The names that the program exports. */
	| { kind: 'exports' }
	| { kind: 'measure'; option: string; values: Record<string, number> }
	| ({ kind: 'play' } & Playing);

export interface SceneCalls {
	/** Of a program with its scene. */
	bundle: Bundle;
	calls: SceneCall[];
	limits?: Partial<Limits>;
	seed?: number;
	/** No further call is made after one that does not end, or takes more memory than there is. */
	stopsWhenFatal?: boolean;
}

/** What a call gave: a value of JSON, parsed and nothing more (of `play`, `Played`), or why there is none. */
export type Called = { kind: 'value'; value: unknown } | { kind: 'problem'; problem: Problem };

/** The text of scene.ts, so that the bundle keeps the places of the scene: what the compiler makes of it by itself has none. */
export function withPlaces(scene: string): string {
	// A scene with this word in it is not compiled by itself, see sandbox/compile/scene.ts.
	return `${scene}\nexport const placed = 'require';\n`;
}

const FILE = 'calls';
const DRIVER = 'driver';

export interface SceneTask {
	task: Task;
	/** What came of each call, in their order. */
	read(outcome: TaskOutcome): Called[];
}

/** `driver` is the driver's code, which gives `driverOf`. */
export function sceneTask(driver: string, asking: SceneCalls, limits: Limits, seed: number): SceneTask {
	const { bundle, calls, stopsWhenFatal = false } = asking;
	const before = `exports.modules = ((driverOf, evaluate) => ({ ${DRIVER}: () => driverOf(evaluate) }))(
((module) => { ((module, exports) => {${driver}
})(module, module.exports); return module.exports.driverOf; })({ exports: {} }),
(require, module, exports) => {
`;
	const asked = calls.map((call, index) => [String(index), JSON.stringify(call)]);
	// No value is this very object, so each comparison fails and its finding holds the text that came back.
	const checks = `const { expect, test } = require('vitest');
const { call } = require('${DRIVER}');
exports.checks = { ${FILE}() {
	for (const [id, text] of JSON.parse(${JSON.stringify(JSON.stringify(asked))})) test(id, () => { expect(call(text)).toBe({}); });
} };`;
	return {
		task: {
			programCode: `${before}${bundle.code}\n});`,
			checksCode: checks,
			program: DRIVER,
			files: [{ path: FILE, under: [] }],
			limits,
			seed,
			stopsWhenFatal
		},
		read(outcome) {
			const placing = createPlacing({ program: bundle, checks: { code: '', map: EMPTY_MAP } });
			const placed = (problem: Problem) => placing(inBundle(problem, before.split('\n').length - 1));
			if (outcome.load !== undefined) {
				const problem = placed(outcome.load.problem);
				return calls.map(() => ({ kind: 'problem', problem }));
			}
			const results = new Map(outcome.results.map((result) => [result.path.join(), placedResult(result, placed)]));
			return calls.map(({ kind }, index) => {
				const called = calledIn(results.get(String(index)));
				return called.kind === 'value' && kind === 'play'
					? { ...called, value: playedIn(called.value, placed) }
					: called;
			});
		}
	};
}

const EMPTY_MAP = '{"version":3,"sources":[],"names":[],"mappings":""}';

/** The bundle stands below so many lines of the task's program; what these do has no place. */
function inBundle(problem: Problem, above: number): Problem {
	if (!('place' in problem) || problem.place === undefined) return problem;
	return { ...problem, place: { ...problem.place, line: problem.place.line - above } };
}

function calledIn(result: CheckResult | undefined): Called {
	const problem = result?.problem ?? { kind: 'crash', message: 'It gave nothing.' };
	if (problem.kind !== 'assertion') return { kind: 'problem', problem };
	const received = problem.received ?? '';
	try {
		return { kind: 'value', value: JSON.parse(String(JSON.parse(received))) as unknown };
	} catch {
		const message = `It gave more than can be read: ${received.slice(0, 60)}…`;
		return { kind: 'problem', problem: { kind: 'crash', message } };
	}
}
