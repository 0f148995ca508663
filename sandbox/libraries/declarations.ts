/** The declarations of libraries, for an editor. */
import { fetchLibraryFile, P5_FILES } from './files.ts';

/** p5's own declarations, by the path that they stand at: 2 MB of text, so fetched only where a page asks for p5. */
export async function loadP5Declarations(): Promise<Record<string, string>> {
	const [own, global] = await Promise.all([
		fetchLibraryFile(P5_FILES.declarations),
		fetchLibraryFile(P5_FILES.globalDeclarations)
	]);
	return { 'p5.d.ts': own, 'p5-names.d.ts': global };
}
