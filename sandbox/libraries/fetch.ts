/** Fetches the scripts and type declarations of libraries from this server, each file once. */
import { P5_FILES } from './files.ts';
import { libraryOf } from './recognise.ts';

const texts = new Map<string, Promise<string>>();

/**
 * Resolves to the script of the library that a page asks for, or to null for a page without a library. Rejects without a network,
 * unless the script was fetched before.
 */
export async function fetchLibrary(html: string): Promise<string | null> {
	return libraryOf(html) === 'p5' ? fetchFile(P5_FILES.script) : null;
}

/**
 * Resolves to p5's own type declarations by path, 2 MB of text. Without a network it resolves to none, since programs run without
 * declarations.
 */
export async function fetchP5Declarations(): Promise<Record<string, string>> {
	const wanted = [P5_FILES.declarations, P5_FILES.globalDeclarations].map(fetchFile);
	const [own, global] = await Promise.all(wanted).catch(() => []);
	return own === undefined || global === undefined ? {} : { 'p5.d.ts': own, 'p5-names.d.ts': global };
}

function fetchFile(name: string): Promise<string> {
	const known = texts.get(name) ?? fetchText(`/libraries/${name}`);
	texts.set(name, known);
	known.catch(() => texts.delete(name));
	return known;
}

async function fetchText(address: string): Promise<string> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`The server answers ${response.status} for ${address}.`);
	return response.text();
}
