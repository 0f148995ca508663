/** Fetches the script of the library that a page asks for. */
import { fetchLibraryFile, P5_FILES } from './files.ts';
import { libraryOf } from './recognise.ts';

/** Resolves to null for a page without a library. */
export async function fetchLibrary(html: string): Promise<string | null> {
	return libraryOf(html) === 'p5' ? fetchLibraryFile(P5_FILES.script) : null;
}
