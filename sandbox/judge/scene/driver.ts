/** Runs an author's scene inside the judge's engine, with JSON requests and answers. */
import { createDraw } from '../../run/draw/index.ts';
import type { SceneCall } from './calls.ts';
import { Faults } from './faults.ts';
import type { Look, Playing, RawFault } from './play-report.ts';
import { Player } from './player.ts';

type Exports = Record<string, unknown>;
type Evaluate = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

const DRAW = 'braise/draw';

const { parse, stringify } = JSON;

/** Creates the driver. `evaluate` is the bundle of a program with its scene. */
export function driverOf(evaluate: Evaluate): { call(text: string): string } {
	function load(drawing: unknown, chosen?: number): Record<'program' | 'scene', Exports> {
		const module: { exports: { program?: () => Exports; scene?: () => Exports } } = { exports: {} };
		evaluate((name) => (name === DRAW ? drawing : {}), module, module.exports);
		const program = module.exports.program?.() ?? {};
		if (chosen !== undefined) (program['choose'] as (index: number) => void)(chosen);
		return { program, scene: module.exports.scene?.() ?? {} };
	}

	const { program, scene } = load(createDraw().module);
	const players = new Map<string, Player>();

	function playerFor(look: Look): Player {
		const key = stringify(look);
		const player = players.get(key) ?? new Player(look);
		players.set(key, player);
		return player;
	}

	function play(playing: Playing): { faults: RawFault[] } {
		const faults = new Faults();
		for (const look of playing.looks) {
			const player = playerFor(look);
			// Load the scene again, so that state kept outside `state` does not survive into the next run.
			player.play(load(player.draw.module, playing.chosen).scene, playing, faults);
		}
		return { faults: faults.list };
	}

	function answer(call: SceneCall): unknown {
		switch (call.kind) {
			case 'exports':
				return Object.entries(program).map(([name, value]) => ({ name, isFunction: typeof value === 'function' }));
			case 'measure': {
				const { measure } = scene;
				if (typeof measure !== 'function') throw new TypeError('scene.ts does not export measure.');
				return (measure as (option: string, values: unknown) => unknown)(call.option, call.values);
			}
			case 'play':
				return play(call);
		}
	}

	return {
		call(text) {
			const returned = answer(parse(text) as SceneCall);
			// Write numbers that JSON lacks by their name.
			const plain = (_: string, value: unknown) =>
				typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
			return stringify(returned, plain) ?? 'null';
		}
	};
}
