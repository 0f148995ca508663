/** For Node: start bundles, the judge. Never reaches a browser. */
import * as esbuild from 'esbuild';
import type { Sources } from '../index.ts';
import { createEngine, type Compiled, type Engine } from './engine.ts';

export type { Engine } from './engine.ts';

/** For many programs around one scene: the scene is compiled once. */
export function createNativeEngine(): Engine {
	return createEngine(esbuild);
}

export async function compileNative(sources: Sources): Promise<Compiled> {
	const engine = createNativeEngine();
	try {
		return await engine.compile(sources);
	} finally {
		await engine.dispose();
	}
}
