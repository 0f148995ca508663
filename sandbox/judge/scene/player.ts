import { createDrawModule, type CreateHiddenCanvas } from '../../run/draw/index.ts';
import { createNullCanvas, type NullCanvas, type NonFiniteNumberListener } from './canvas.ts';
import type { StageAppearance, ScenePlayRequest, SceneFunctionName, FaultWithFrames } from './play-report.ts';
import { problemOfError } from '../../check/problem.ts';

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

type ModuleExports = Record<string, unknown>;

/** Milliseconds between two steps, as on the visible stage. */
const STEP_INTERVAL_MILLISECONDS = 1000 / 60;

const SCENE_CALL_FAILED = Symbol('broken');

export class ScenePlayer {
	readonly drawModule: ReturnType<typeof createDrawModule>;
	readonly #look: StageAppearance;
	readonly #canvas: NullCanvas;
	#scene: ModuleExports = {};
	#faults: FaultCollector | undefined;
	#stepCount = 0;

	constructor(look: StageAppearance) {
		const onNonFiniteNumber: NonFiniteNumberListener = (method, number) =>
			this.#recordFault('draw', `${method} gets ${number}, not a finite number`);
		// Calls that paint on a layer do not count as painting; drawing the layer does.
		const makeCanvas: CreateHiddenCanvas = (width, height) => {
			const { context } = createNullCanvas(width, height, onNonFiniteNumber);
			return { getContext: () => context } as unknown as OffscreenCanvas;
		};
		this.#look = look;
		this.#canvas = createNullCanvas(look.width, look.height, onNonFiniteNumber);
		this.drawModule = createDrawModule({ makeCanvas });
		this.drawModule.attachContext(this.#canvas.context, look.width, look.height);
	}

	/** Layers are kept from run to run, since their pictures depend only on their version. */
	play(
		scene: ModuleExports,
		{ seed, input: given, stepCounts, outputs }: ScenePlayRequest,
		faults: FaultCollector
	): void {
		const input = { ...given, theme: this.#look.theme };
		this.#scene = scene;
		this.#faults = faults;
		this.#stepCount = 0;
		this.drawModule.reset();
		this.drawModule.setLanguage(input.language === 'en' ? 'en' : 'fr');
		this.drawModule.setLabels(input.labels);
		this.drawModule.beginFrame(0);
		let state = this.#callSceneFunction('init', seed, input);
		for (const stepsBefore of stepCounts) {
			for (; this.#stepCount < stepsBefore && state !== SCENE_CALL_FAILED; this.#stepCount += 1)
				state = this.#callSceneFunction('step', state, input);
			if (state === SCENE_CALL_FAILED) return;
			if (outputs.includes('draw')) this.#checkDrawing(state, input);
			if (outputs.includes('describe')) this.#checkDescription(state, input);
		}
	}

	#checkDrawing(...values: unknown[]): void {
		this.drawModule.beginFrame(this.#stepCount * STEP_INTERVAL_MILLISECONDS);
		this.#canvas.takePaintCount();
		const result = this.#callSceneFunction('draw', ...values);
		this.drawModule.endFrame();
		if (this.#canvas.takePaintCount() === 0 && result !== SCENE_CALL_FAILED)
			this.#recordFault('draw', 'it paints nothing');
	}

	#checkDescription(...values: unknown[]): void {
		const description = this.#callSceneFunction('describe', ...values);
		if (description === SCENE_CALL_FAILED || hasVisibleText(description)) return;
		this.#recordFault('describe', `it answers ${formatWrongDescription(description)}, not text`);
	}

	#callSceneFunction(name: SceneFunctionName, ...values: unknown[]): unknown {
		const sceneFunction = this.#scene[name];
		if (typeof sceneFunction !== 'function') {
			this.#recordFault(name, 'scene.ts does not export it');
			return SCENE_CALL_FAILED;
		}
		try {
			return (sceneFunction as (...values: unknown[]) => unknown)(...values);
		} catch (error) {
			this.#faults?.noteThrown(name, { look: this.#look, stepCount: this.#stepCount }, error);
			return SCENE_CALL_FAILED;
		}
	}

	#recordFault(failedFunction: SceneFunctionName, reason: string): void {
		this.#faults?.noteFault(failedFunction, { look: this.#look, stepCount: this.#stepCount }, reason, new Error());
	}
}

function hasVisibleText(description: unknown): boolean {
	const lines: unknown[] = Array.isArray(description) ? description : [description];
	return lines.every((line) => typeof line === 'string') && lines.some((line) => String(line).trim() !== '');
}

function formatWrongDescription(value: unknown): string {
	if (typeof value === 'string' || (Array.isArray(value) && value.length === 0)) return 'nothing to read';
	if (Array.isArray(value)) return 'a list with something else';
	return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
