/** Collects the different faults that a playing scene has. */
import { problemOfError } from '../../check/problem.ts';
import type { StageAppearance, FaultWithFrames, SceneFunctionName } from './play-report.ts';

/** Limits of the result, which leaves the engine as one printed value. */
const MAX_FAULTS = 5;
const MAX_STACK_FRAMES = 12;
const MAX_REASON_CHARACTERS = 160;

export interface ScenePlayMoment {
	look: StageAppearance;
	stepCount: number;
}

export class FaultCollector {
	readonly #faultByKey = new Map<string, FaultWithFrames>();

	get list(): FaultWithFrames[] {
		return [...this.#faultByKey.values()].slice(0, MAX_FAULTS);
	}

	/** Records a fault. `at` is an error that was created at the place of the fault. */
	noteFault(
		failedFunction: SceneFunctionName,
		{ look, stepCount }: ScenePlayMoment,
		reasonText: string,
		at?: unknown
	): void {
		const reason = reasonText.slice(0, MAX_REASON_CHARACTERS);
		const frames = stackFramesOf(at);
		const key = JSON.stringify([failedFunction, reason, frames]);
		const knownFault = this.#faultByKey.get(key);
		if (knownFault !== undefined) knownFault.occurrences += 1;
		else this.#faultByKey.set(key, { failedFunction, look, stepCount, reason, occurrences: 1, frames });
	}

	noteThrown(failedFunction: SceneFunctionName, moment: ScenePlayMoment, thrown: unknown): void {
		const problem = problemOfError(thrown);
		const reasonText = problem.kind === 'thrown' ? `${problem.name}: ${problem.message}` : problem.kind;
		this.noteFault(failedFunction, moment, reasonText, thrown);
	}
}

function stackFramesOf(error: unknown): FaultWithFrames['frames'] {
	const stack: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'stack') : undefined;
	const matches = typeof stack === 'string' ? [...stack.matchAll(/braise-program\.js:(\d+):(\d+)/g)] : [];
	return matches.map(([, line, column]): [number, number] => [Number(line), Number(column)]).slice(0, MAX_STACK_FRAMES);
}
