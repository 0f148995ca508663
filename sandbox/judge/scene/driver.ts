import { createDrawModule } from '../../run/draw/index.ts';
import type { SceneCall } from './calls.ts';
import { FaultCollector } from './player.ts';
import type { StageAppearance, ScenePlayRequest, FaultWithFrames } from './play-report.ts';
import { ScenePlayer } from './player.ts';

type ModuleExports = Record<string, unknown>;
type EvaluateBundle = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

const DRAW_MODULE_NAME = 'braise/draw';

const { parse, stringify } = JSON;

export function createSceneDriver(evaluate: EvaluateBundle): { call(text: string): string } {
	function loadScene(drawModule: unknown, chosenIndex?: number): Record<'program' | 'scene', ModuleExports> {
		const module: { exports: { program?: () => ModuleExports; scene?: () => ModuleExports } } = { exports: {} };
		evaluate((name) => (name === DRAW_MODULE_NAME ? drawModule : {}), module, module.exports);
		const program = module.exports.program?.() ?? {};
		if (chosenIndex !== undefined) (program['choose'] as (index: number) => void)(chosenIndex);
		return { program, scene: module.exports.scene?.() ?? {} };
	}

	const { program, scene } = loadScene(createDrawModule().module);
	const players = new Map<string, ScenePlayer>();

	function scenePlayerFor(look: StageAppearance): ScenePlayer {
		const key = stringify(look);
		const player = players.get(key) ?? new ScenePlayer(look);
		players.set(key, player);
		return player;
	}

	function playScene(request: ScenePlayRequest): { faults: FaultWithFrames[] } {
		const faults = new FaultCollector();
		for (const look of request.looks) {
			const player = scenePlayerFor(look);
			// The scene is loaded again for each run, so that variables outside of `state` do not keep their values.
			player.play(loadScene(player.drawModule.module, request.chosenIndex).scene, request, faults);
		}
		return { faults: faults.list };
	}

	function answerCall(call: SceneCall): unknown {
		switch (call.kind) {
			case 'exports':
				return Object.entries(program).map(([name, value]) => ({ name, isFunction: typeof value === 'function' }));
			case 'measure': {
				const { measure } = scene;
				if (typeof measure !== 'function') throw new TypeError('scene.ts does not export measure.');
				return (measure as (option: string, values: unknown) => unknown)(call.option, call.values);
			}
			case 'play':
				return playScene(call);
		}
	}

	return {
		call(text) {
			const answer = answerCall(parse(text) as SceneCall);
			// Numbers that JSON lacks are written by their name, such as "NaN".
			const writeNonFiniteNumber = (_: string, value: unknown) =>
				typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
			return stringify(answer, writeNonFiniteNumber) ?? 'null';
		}
	};
}
