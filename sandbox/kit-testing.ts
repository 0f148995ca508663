/** The kit as a program gets it: built, compiled with the program, and evaluated with a drawing module. */
import { KIT_FILE } from './compile/modules.ts';
import { compileInNode } from './compile/node/index.ts';
import { evaluate } from './compile/evaluate.ts';
import { createNullCanvas } from './judge/scene/canvas.ts';
import { buildKit } from './kit-file.ts';
import { once } from './once.ts';
import { createDraw, type MakeCanvas } from './run/draw/index.ts';

export type Kit = typeof import('./kit/index.ts');

export interface TestedKit {
	kit: Kit;
	draw: ReturnType<typeof createDraw>;
	/** Returns how often something was painted since the last call. */
	takePainted(): number;
	/** Numbers that no canvas takes. */
	strays: string[];
}

const compileKit = once(async () => {
	const files = { 'main.ts': "export * from 'braise/scene';", [KIT_FILE]: (await buildKit()).code };
	const compiled = await compileInNode({ files, program: 'main.ts', checks: [] });
	if (compiled.kind !== 'bundle') throw new Error(JSON.stringify(compiled));
	return compiled.bundle;
});

/** Opens the kit on a stage of this size. */
export async function openKit(width: number, height: number): Promise<TestedKit> {
	const bundle = await compileKit();
	const strays: string[] = [];
	const onStray = (method: string, number: number) => strays.push(`${method}: ${number}`);
	const makeCanvas: MakeCanvas = (wide, high) => {
		const { context } = createNullCanvas(wide, high, onStray);
		return { getContext: () => context } as unknown as OffscreenCanvas;
	};
	const canvas = createNullCanvas(width, height, onStray);
	const draw = createDraw({ makeCanvas });
	draw.attach(canvas.context, width, height);
	draw.beginFrame(0);
	const kit = evaluate(bundle, { 'braise/draw': draw.module }).program();
	return { kit: kit as unknown as Kit, draw, takePainted: () => canvas.takePainted(), strays };
}
