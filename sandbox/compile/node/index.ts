import type { Sources } from '../../contract.ts';
import { cacheFirstSuccess } from '../../cache-first-success.ts';
import { runCached } from '../../result-cache.ts';
import type { CompileResult } from '../engine.ts';
import { buildEngineParts } from './engine-parts.ts';
import { CompileLanes } from './lanes.ts';
import { prepareWorkerParts } from './client.ts';

const openSharedLanes = cacheFirstSuccess(
	async () => new CompileLanes(await prepareWorkerParts(await buildEngineParts()))
);

export async function compileInNode(sources: Sources): Promise<CompileResult> {
	const compile = async () => {
		const { result } = await (await openSharedLanes()).compile({ part: 'whole', sources, importedPaths: [] });
		return result;
	};
	// `too-large` is not remembered, because the compile may only have had too little time.
	return runCached('compile', sources, compile, ({ kind }) => kind !== 'too-large');
}
