import { KIT_FILE_PATH } from './compile/modules.ts';
import { compileInNode } from './compile/node/index.ts';
import { evaluateBundle } from './compile/evaluate.ts';
import type { Bundle } from './contract.ts';
import { createNullCanvas } from './judge/scene/canvas.ts';
import { buildKit, buildProgramKit } from './kit-file.ts';
import { cacheFirstSuccess } from './cache-first-success.ts';
import { createDrawModule, type CreateHiddenCanvas } from './run/draw/index.ts';

export type KitExports = typeof import('./kit/index.ts');

export interface KitTestHarness {
	kit: KitExports;
	draw: ReturnType<typeof createDrawModule>;
	/** Returns how many times the canvas was painted since the last call. */
	takePaintCount(): number;
	/** Calls of the canvas with a number that is not finite, as `method: number`. */
	strayCalls: string[];
}

async function compileKit(code: string): Promise<Bundle> {
	const files = { 'main.ts': "export * from 'braise/scene';", [KIT_FILE_PATH]: code };
	const compilation = await compileInNode({ files, program: 'main.ts', checks: [] });
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	return compilation.bundle;
}
const compileSceneKit = cacheFirstSuccess(async () => compileKit((await buildKit()).code));
const compileProgramKit = cacheFirstSuccess(async () => compileKit((await buildProgramKit()).code));

export const openKit = async (width: number, height: number): Promise<KitTestHarness> =>
	openCompiledKit(await compileSceneKit(), width, height);

export const openProgramKit = async (width: number, height: number): Promise<KitTestHarness> =>
	openCompiledKit(await compileProgramKit(), width, height);

function openCompiledKit(bundle: Bundle, width: number, height: number): KitTestHarness {
	const strayCalls: string[] = [];
	const noteStrayCall = (method: string, number: number) => strayCalls.push(`${method}: ${number}`);
	const makeCanvas: CreateHiddenCanvas = (wide, high) => {
		const { context } = createNullCanvas(wide, high, noteStrayCall);
		return { getContext: () => context } as unknown as OffscreenCanvas;
	};
	const canvas = createNullCanvas(width, height, noteStrayCall);
	const draw = createDrawModule({ makeCanvas });
	draw.attachContext(canvas.context, width, height);
	draw.beginFrame(0);
	const kit = evaluateBundle(bundle, { 'braise/draw': draw.module }).program();
	return { kit: kit as unknown as KitExports, draw, takePaintCount: () => canvas.takePaintCount(), strayCalls };
}

type CodelessSceneName = Extract<keyof KitExports, `${string}Scene`>;

export async function openCodelessScene<Maker extends CodelessSceneName>(
	maker: Maker,
	program: object,
	fields: Parameters<KitExports[Maker]>[1],
	labels: Record<string, string>
) {
	const { kit, draw: drawing, strayCalls, takePaintCount } = await openKit(360, 300);
	drawing.setLabels(labels);
	const makeScene = kit[maker] as (program: object, fields: unknown) => ReturnType<KitExports['lineScene']>;
	const { init, step, draw, describe } = makeScene(program, fields);
	const createSceneInput = (language: string, situation: string, values?: Record<string, number>) => {
		return { labels, language, theme: 'dark', situation, reducedMotion: false, ...(values && { values }) } as const;
	};
	return {
		describeSituation(language: string, situation: string, values?: Record<string, number>): string[] {
			const input = createSceneInput(language, situation, values);
			return describe(init(1, input), input);
		},
		/** One picture a second for twenty seconds. Returns the painting calls, and those with a number that is not finite. */
		playForPaintCount(
			situation: string,
			values?: Record<string, number>
		): { paintCount: number; strayCalls: string[] } {
			const input = createSceneInput('fr', situation, values);
			let state = init(1, input);
			for (let frame = 0; frame <= 1200; frame++) {
				state = step(state, input);
				if (frame % 60 !== 0) continue;
				drawing.beginFrame(frame * 16);
				draw(state, input);
				drawing.endFrame();
			}
			return { paintCount: takePaintCount(), strayCalls };
		}
	};
}
