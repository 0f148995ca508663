import { runCached } from '#sandbox/result-cache.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import { authorPlaceOf } from './programs.ts';
import { createTypeCheckLayout } from './type-layout.ts';

/** Loads the type checker only for programs that it has not checked before. */
export async function findTypeProblems(read: ParsedChallenge, packed: PackedChallenge): Promise<ContentProblem[]> {
	const layout = createTypeCheckLayout(read, packed);
	const cacheInput = { roots: layout.checkedPaths, sources: layout.laidOutPrograms.map(({ sources }) => sources) };
	const faults = await runCached('types', cacheInput, async () =>
		(await import('./type-pass.ts')).findTypeFaults(layout)
	);
	return faults.map(({ path, line, message }) => {
		const laidOutFile = layout.findFile(path);
		const place = laidOutFile
			? authorPlaceOf({ file: laidOutFile.path, line }, laidOutFile.laidOutProgram.program, read)
			: { file: path, line };
		return { ...place, message };
	});
}
