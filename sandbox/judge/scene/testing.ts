import type { Bundle } from '../../contract.ts';
import { compileInNode } from '../../compile/node/index.ts';
import type { Judge, ScenePlayRequest, SceneCall } from '../index.ts';

export const LIGHT_STAGE_APPEARANCE = { theme: 'light', width: 400, height: 300 } as const;

export const createPlayCall = (requestChanges: Partial<ScenePlayRequest> = {}): SceneCall => ({
	kind: 'play',
	seed: 1,
	input: { labels: { car: 'A car' }, language: 'en', situation: 'discover', reducedMotion: false },
	looks: [LIGHT_STAGE_APPEARANCE],
	stepCounts: [0, 3],
	outputs: ['draw', 'describe'],
	...requestChanges
});

const TEST_PROGRAM_CODE = 'export const price = (minutes: number) => minutes * 2;';

export async function compileScene(sceneCode: string, mainCode = TEST_PROGRAM_CODE): Promise<Bundle> {
	const compilation = await compileInNode({
		files: { 'main.ts': mainCode, 'scene.ts': `import { price } from './main';\n${sceneCode}` },
		program: 'main.ts',
		scene: 'scene.ts',
		tracesScene: true,
		checks: []
	});
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	return compilation.bundle;
}

export const createSceneCaller = (judge: Judge) => async (scene: string, calls: SceneCall[], main?: string) =>
	judge.callScene({ bundle: await compileScene(scene, main), calls, limits: { time: 2000, total: 60_000 } });
