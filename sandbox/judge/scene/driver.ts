/** Runs an author's scene inside the judge's engine, beside it: one call is asked for in JSON and answered in JSON. */
import { createDraw, type MakeCanvas } from '../../run/draw/index.ts';
import { createNullCanvas } from './canvas.ts';
import type { Played, SceneCall } from './calls.ts';

type Exports = Record<string, unknown>;
type Evaluate = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/** Milliseconds between two steps, as on the stage. */
const TICK = 1000 / 60;
const DRAW = 'braise/draw';

const { parse, stringify } = JSON;

/** `evaluate` is the bundle of a program with its scene. */
export function driverOf(evaluate: Evaluate): { call(text: string): string } {
	// What is painted on a layer is seen as soon as the layer is.
	const makeCanvas: MakeCanvas = (width, height) => {
		const { context } = createNullCanvas(width, height);
		return { getContext: () => context } as unknown as OffscreenCanvas;
	};
	const draw = createDraw({ makeCanvas });
	const module: { exports: { program?: () => Exports; scene?: () => Exports } } = { exports: {} };
	evaluate((name) => (name === DRAW ? draw.module : {}), module, module.exports);
	const program = module.exports.program?.() ?? {};
	const scene = module.exports.scene?.() ?? {};

	function exported(name: string): (...values: unknown[]) => unknown {
		const found = scene[name];
		if (typeof found !== 'function') throw new TypeError(`scene.ts does not export ${name}.`);
		return found as (...values: unknown[]) => unknown;
	}

	function play({ seed, input, width, height, drawnAfter }: Extract<SceneCall, { kind: 'play' }>): Played {
		const { context, takePainted } = createNullCanvas(width, height);
		const [init, step, paint, describe] = ['init', 'step', 'draw', 'describe'].map(exported);
		draw.reset();
		draw.setLanguage(input.language === 'en' ? 'en' : 'fr');
		draw.setLabels(input.labels);
		draw.attach(context, width, height);
		draw.beginFrame(0);
		let state = init?.(seed, input);
		let steps = 0;
		takePainted();
		return {
			pictures: drawnAfter.map((after) => {
				for (; steps < after; steps += 1) state = step?.(state, input);
				draw.beginFrame(steps * TICK);
				paint?.(state, input);
				draw.endFrame();
				return { after, painted: takePainted(), described: wordsOf(describe?.(state, input)) };
			})
		};
	}

	function answer(call: SceneCall): unknown {
		switch (call.kind) {
			case 'exports':
				return Object.entries(program).map(([name, value]) => ({ name, isFunction: typeof value === 'function' }));
			case 'measure':
				return exported('measure')(call.option, call.values);
			case 'play':
				return play(call);
		}
	}

	return {
		call(text) {
			const returned = answer(parse(text) as SceneCall);
			// Of a number that JSON does not have, its name.
			const plain = (_: string, value: unknown) =>
				typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
			return stringify(returned, plain) ?? 'null';
		}
	};
}

/** The lines of a description; `null` when it is not made of words. */
function wordsOf(described: unknown): string[] | null {
	const lines: unknown[] = Array.isArray(described) ? described : [described];
	const words = lines.filter((line) => typeof line === 'string');
	return words.length === lines.length ? words.map((line) => line.slice(0, 300)) : null;
}
