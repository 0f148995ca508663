/** Helpers for tests of scenes: a scene around a small program, and calls to it. */
import type { Bundle } from '../../contract.ts';
import { compileInNode } from '../../compile/node/index.ts';
import type { Judge, Playing, SceneCall } from '../index.ts';

export const LIGHT = { theme: 'light', width: 400, height: 300 } as const;

export const play = (playing: Partial<Playing> = {}): SceneCall => ({
	kind: 'play',
	seed: 1,
	input: { labels: { car: 'A car' }, language: 'en', situation: 'discover', reducedMotion: false },
	looks: [LIGHT],
	after: [0, 3],
	acts: ['draw', 'describe'],
	...playing
});

const MAIN = 'export const price = (minutes: number) => minutes * 2;';

/** Compiles a scene that can use the program's `price`. Throws when it does not compile. */
export async function compile(scene: string, main = MAIN): Promise<Bundle> {
	const compiled = await compileInNode({
		files: { 'main.ts': main, 'scene.ts': `import { price } from './main';\n${scene}` },
		program: 'main.ts',
		scene: 'scene.ts',
		tracesScene: true,
		checks: []
	});
	if (compiled.kind !== 'bundle') throw new Error(JSON.stringify(compiled));
	return compiled.bundle;
}

export const callerOf = (judge: Judge) => async (scene: string, calls: SceneCall[], main?: string) =>
	judge.callScene({ bundle: await compile(scene, main), calls, limits: { time: 2000, total: 60_000 } });
