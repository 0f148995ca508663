import type { RunOptions, SceneInput } from '../../contract.ts';
import type { DrawModule } from '../draw/index.ts';
import { PARAMETER_SETTERS_EXPORT } from '../../compile/modules.ts';
import { findExportedFunction, type ModuleExports, type LoadedBundle } from './program.ts';

/** Defines each export as a property of `target`. Declarations and assignments of the program take precedence. */
export function defineDrawNames(module: object, target: object): void {
	for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(module))) {
		const { get = () => descriptor.value as unknown } = descriptor;
		const overwriteName = (value: unknown) =>
			void Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: true });
		Object.defineProperty(target, name, { get, set: overwriteName, configurable: true, enumerable: false });
	}
}

export interface PlayedProgram {
	/** Whether the program's time goes on in frames that are not drawn: true for a scene. A sketch moves only when it draws. */
	advancesUndrawn: boolean;
	/** Returns whether the program draws at this time of the run's clock, in milliseconds. The time goes on in any case. */
	isDrawingDue(time: number): boolean;
	/** Whether a new size of the stage redraws the program. A moving sketch draws in its next frame anyway. */
	redrawsAtResize(): boolean;
	tick(): void;
	draw(): void;
	describe(): string[] | undefined;
	updateSceneInput(input: SceneInput): void;
	handlePointer(kind: 'move' | 'down' | 'up' | 'cancel'): void;
	handleKey(kind: 'down' | 'up'): void;
}

export function startProgram(loaded: LoadedBundle, options: RunOptions, draw: DrawModule): PlayedProgram {
	if (options.kind === 'sketch') defineDrawNames(draw.module, globalThis);
	// The program is loaded before the scene, so that an error at load is reported as the program's.
	const program = loaded.program();
	if (options.kind === 'sketch') return playSketch(program, draw);
	if (loaded.scene === undefined) throw new Error('The bundle has no scene.');
	return playScene(loaded.scene(), options);
}

function requireFunction(exports: ModuleExports, name: string) {
	const sceneFunction = findExportedFunction(exports, name);
	if (sceneFunction === undefined) throw new Error(`The scene does not export ${name}.`);
	return sceneFunction;
}

function playScene(scene: ModuleExports, { seed, input: first }: RunOptions): PlayedProgram {
	const step = requireFunction(scene, 'step');
	const draw = requireFunction(scene, 'draw');
	const describe = findExportedFunction(scene, 'describe');
	let currentInput = first;
	let sceneState = requireFunction(scene, 'init')(seed, currentInput);
	return {
		advancesUndrawn: true,
		isDrawingDue: () => true,
		redrawsAtResize: () => true,
		tick: () => {
			sceneState = step(sceneState, currentInput);
		},
		draw: () => {
			draw(sceneState, currentInput);
		},
		describe: () => {
			const description = describe?.(sceneState, currentInput);
			if (typeof description === 'string') return [description];
			return Array.isArray(description) ? description.map(String) : undefined;
		},
		updateSceneInput: (next) => {
			currentInput = next;
		},
		handlePointer: () => undefined,
		handleKey: () => undefined
	};
}

const POINTER_FUNCTION_NAMES = {
	move: 'mouseMoved',
	down: 'mousePressed',
	up: 'mouseReleased',
	cancel: 'mouseReleased'
} as const;
const KEY_FUNCTION_NAMES = { down: 'keyPressed', up: 'keyReleased' } as const;

/** Returns a function that tells whether `setup`, which may be asynchronous, has ended. A `setup` that fails never ends. */
function watchSetupEnd(returned: unknown): () => boolean {
	if (!(returned instanceof Promise)) return () => true;
	let isSettled = false;
	void returned.then(() => (isSettled = true));
	return () => isSettled;
}

function setProgramParameters(program: ModuleExports, values: NonNullable<SceneInput['parameters']>): void {
	const setters = program[PARAMETER_SETTERS_EXPORT];
	if (typeof setters !== 'object' || setters === null) return;
	for (const [name, value] of Object.entries(values)) {
		if (Object.hasOwn(setters, name)) findExportedFunction(setters as ModuleExports, name)?.(value);
	}
}

function playSketch(program: ModuleExports, { module, isDrawingDue, callWaitingCallbacks }: DrawModule): PlayedProgram {
	const draw = findExportedFunction(program, 'draw');
	findExportedFunction(program, 'preload')?.();
	callWaitingCallbacks();
	const isReady = watchSetupEnd(findExportedFunction(program, 'setup')?.());
	const callExport = (name: string) => void findExportedFunction(program, name)?.();
	return {
		advancesUndrawn: false,
		isDrawingDue,
		redrawsAtResize: () => !module.isLooping(),
		tick: () => undefined,
		draw: () => {
			if (isReady()) draw?.();
		},
		describe: () => undefined,
		updateSceneInput: ({ parameters }) => {
			if (parameters === undefined) return;
			setProgramParameters(program, parameters);
			// A sketch that draws only on demand shows the new values too.
			module.redraw();
		},
		handlePointer: (kind) => {
			callExport(kind === 'move' && module.mouseIsPressed ? 'mouseDragged' : POINTER_FUNCTION_NAMES[kind]);
			if (kind === 'up') callExport('mouseClicked');
		},
		handleKey: (kind) => callExport(KEY_FUNCTION_NAMES[kind])
	};
}
