/** Plays an author's scene that drives the program, or the program's own sketch. */
import type { RunOptions, SceneInput } from '../../contract.ts';
import type { Draw } from '../draw/index.ts';
import { functionOf, type Exports, type Loaded } from './program.ts';

export interface Play {
	tick(): void;
	draw(): void;
	describe(): string[] | undefined;
	update(input: SceneInput): void;
	pointer(kind: 'move' | 'down' | 'up' | 'cancel'): void;
	key(kind: 'down' | 'up'): void;
}

export function play(loaded: Loaded, options: RunOptions, draw: Draw): Play {
	// Load the program first, so that its own error at load is the one reported.
	const program = loaded.program();
	if (options.kind === 'sketch') return playSketch(program, draw);
	if (loaded.scene === undefined) throw new Error('The bundle has no scene.');
	return playScene(loaded.scene(), options);
}

function requireFunction(exports: Exports, name: string) {
	const found = functionOf(exports, name);
	if (found === undefined) throw new Error(`The scene does not export ${name}.`);
	return found;
}

function playScene(scene: Exports, { seed, input: first }: RunOptions): Play {
	const step = requireFunction(scene, 'step');
	const draw = requireFunction(scene, 'draw');
	const describe = functionOf(scene, 'describe');
	let input = first;
	let state = requireFunction(scene, 'init')(seed, input);
	return {
		tick: () => {
			state = step(state, input);
		},
		draw: () => {
			draw(state, input);
		},
		describe: () => {
			const said = describe?.(state, input);
			if (typeof said === 'string') return [said];
			return Array.isArray(said) ? said.map(String) : undefined;
		},
		update: (next) => {
			input = next;
		},
		pointer: () => undefined,
		key: () => undefined
	};
}

const POINTER = { move: 'mouseMoved', down: 'mousePressed', up: 'mouseReleased', cancel: 'mouseReleased' } as const;
const KEY = { down: 'keyPressed', up: 'keyReleased' } as const;

function playSketch(program: Exports, { module }: Draw): Play {
	const draw = functionOf(program, 'draw');
	functionOf(program, 'setup')?.();
	const call = (name: string) => void functionOf(program, name)?.();
	return {
		tick: () => undefined,
		draw: () => void draw?.(),
		describe: () => undefined,
		update: () => undefined,
		pointer: (kind) => call(kind === 'move' && module.mouseIsPressed ? 'mouseDragged' : POINTER[kind]),
		key: (kind) => call(KEY[kind])
	};
}
