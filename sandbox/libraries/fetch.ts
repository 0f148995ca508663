/** Fetches the text of a library that a page asks for, from this server, once. */
import { libraryOf, type LibraryName } from './recognise.ts';

/** Licences are in docs/libraries.md. Each file is served as its makers built it. */
const ADDRESSES: Record<LibraryName, () => Promise<{ default: string }>> = {
	p5: () => import('../../node_modules/p5/lib/p5.min.js?url')
};

const texts = new Map<LibraryName, Promise<string>>();

/** Resolves to null for a page without a library. Rejects without a network, unless it was fetched before. */
export function fetchLibrary(html: string): Promise<string | null> {
	const name = libraryOf(html);
	if (name === null) return Promise.resolve(null);
	const known = texts.get(name) ?? fetchText(name);
	texts.set(name, known);
	known.catch(() => texts.delete(name));
	return known;
}

async function fetchText(name: LibraryName): Promise<string> {
	const { default: address } = await ADDRESSES[name]();
	const response = await fetch(address);
	if (!response.ok) throw new Error(`The server answers ${response.status} for ${name}.`);
	return response.text();
}
