import type { SceneInput } from '../../contract.ts';
import type { SourcePlace, Problem } from '../../report.ts';

/** Theme of a stage, and its size in CSS pixels. */
export interface StageAppearance {
	theme: SceneInput['theme'];
	width: number;
	height: number;
}

/** For each look: calls `init`, then `step`, and after each number of steps in ascending `stepCounts` all `outputs`. */
export interface ScenePlayRequest {
	seed: number;
	input: Omit<SceneInput, 'theme'>;
	looks: StageAppearance[];
	stepCounts: number[];
	outputs: ('draw' | 'describe')[];
	/** Passed to the program's `choose` before the scene loads; for a program that contains several programs. */
	chosenIndex?: number;
}

export type SceneFunctionName = 'init' | 'step' | 'draw' | 'describe';

export interface SceneFault {
	failedFunction: SceneFunctionName;
	look: StageAppearance;
	stepCount: number;
	reason: string;
	occurrences: number;
	places: SourcePlace[];
}

export interface ScenePlayResult {
	faults: SceneFault[];
}

/** Its places are still lines and columns of the judge's task, and not of source files. */
export type FaultWithFrames = Omit<SceneFault, 'places'> & { frames: [line: number, column: number][] };

const SCENE_FUNCTION_NAMES: readonly string[] = ['init', 'step', 'draw', 'describe'] satisfies SceneFunctionName[];

/** The scene runs in the same realm and may forge the result, so malformed faults are left out. */
export function parseScenePlayResult(value: unknown, locateProblem: (problem: Problem) => Problem): ScenePlayResult {
	const { faults } = Object(value) as { faults?: unknown };
	return {
		faults: (Array.isArray(faults) ? (faults as unknown[]) : []).flatMap((fault) => parseFault(fault, locateProblem))
	};
}

function parseFault(value: unknown, locateProblem: (problem: Problem) => Problem): SceneFault[] {
	const { failedFunction, look, stepCount, reason, occurrences, frames } = Object(value) as Record<
		keyof FaultWithFrames,
		unknown
	>;
	const { theme, width, height } = Object(look) as Record<keyof StageAppearance, unknown>;
	if (
		typeof failedFunction !== 'string' ||
		!SCENE_FUNCTION_NAMES.includes(failedFunction) ||
		typeof reason !== 'string'
	)
		return [];
	const places = (Array.isArray(frames) ? (frames as unknown[]) : []).flatMap((frame) =>
		sourcePlacesOfStackFrame(frame, locateProblem)
	);
	return [
		{
			failedFunction: failedFunction as SceneFunctionName,
			look: { theme: theme === 'dark' ? 'dark' : 'light', width: Number(width), height: Number(height) },
			stepCount: Number(stepCount),
			reason,
			occurrences: Number(occurrences),
			places
		}
	];
}

function sourcePlacesOfStackFrame(frame: unknown, locateProblem: (problem: Problem) => Problem): SourcePlace[] {
	const [line, column] = Array.isArray(frame) ? (frame as unknown[]) : [];
	if (typeof line !== 'number' || typeof column !== 'number') return [];
	const place = { file: 'braise-program.js', line, column };
	const placedProblem = locateProblem({ kind: 'thrown', name: '', message: '', place });
	return 'place' in placedProblem && placedProblem.place !== undefined ? [placedProblem.place] : [];
}
