/** For Node: start bundles, the judge. Never reaches a browser. */
import * as esbuild from 'esbuild';
import type { Sources } from '../index.ts';
import { createEngine, type Compiled } from './engine.ts';

export async function compileNative(sources: Sources): Promise<Compiled> {
	const engine = createEngine(esbuild);
	try {
		return await engine.compile(sources);
	} finally {
		await engine.dispose();
	}
}
