/** The type check of a challenge. */
import { runCached } from '#sandbox/result-cache.ts';
import type { PackedChallenge, ReadChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/problem.ts';
import { authorPlaceOf } from './programs.ts';
import { layOutPrograms } from './type-layout.ts';

/** Checks the types of all programs as they are packed. Loads the type checker only for programs that it has not checked before. */
export async function problemsOfTypes(read: ReadChallenge, packed: PackedChallenge): Promise<ContentProblem[]> {
	const layout = layOutPrograms(read, packed);
	const input = { roots: layout.roots, sources: layout.laid.map(({ sources }) => sources) };
	const faults = await runCached('types', input, async () => (await import('./type-pass.ts')).findTypeFaults(layout));
	return faults.map(({ path, line, message }) => {
		const file = layout.findFile(path);
		const place = file ? authorPlaceOf({ file: file.path, line }, file.laid.program, read) : { file: path, line };
		return { ...place, message };
	});
}
