import { findLibrary } from './files.ts';
import { libraryRequestsOf, type LibraryName, type LibraryRequest } from './recognise.ts';

/** Code that runs before a library: it keeps Tone.js from writing its name and version into the program's console. */
const SETUP_CODE_BY_LIBRARY: Partial<Record<LibraryName, string>> = {
	tone: 'globalThis.TONE_SILENCE_LOGGING = true;\n'
};

const textByFileName = new Map<string, Promise<string>>();

/** Null for a page without a library. Rejects without a network, unless the scripts were fetched before. */
export async function fetchPageLibraryScripts(html: string): Promise<string | null> {
	const requests = libraryRequestsOf(html);
	if (requests.length === 0) return null;
	const scripts = await Promise.all(
		requests.map(
			async (request) =>
				(SETUP_CODE_BY_LIBRARY[request.name] ?? '') + (await fetchFile(findLibrary(request).scriptName))
		)
	);
	return scripts.join('\n;\n');
}

/** By path; p5's are 2 MB of text. Without a network they are missing, since programs run without declarations. */
export async function fetchPageLibraryDeclarations(html: string): Promise<Record<string, string>> {
	const declarations = libraryRequestsOf(html).map((request) => fetchDeclarationsOf(request).catch(() => ({})));
	return Object.assign({}, ...(await Promise.all(declarations))) as Record<string, string>;
}

async function fetchDeclarationsOf(request: LibraryRequest): Promise<Record<string, string>> {
	const { name } = request;
	if (name === 'chart') return { 'chart.d.ts': (await import('./chart-declarations.ts')).CHART_DECLARATIONS };
	if (name === 'tone') return { 'tone.d.ts': (await import('./tone-declarations.ts')).TONE_DECLARATIONS };
	const entries = Object.entries(findLibrary(request).declarationNames).map(async ([path, file]) => [
		path,
		// A file with an export is a module, whose names a program would have to import.
		(await fetchFile(file)).replace(MATTER_EXPORT_PATTERN, '')
	]);
	return Object.fromEntries(await Promise.all(entries)) as Record<string, string>;
}

const MATTER_EXPORT_PATTERN = /^export (?:= Matter|as namespace Matter);$/gm;

function fetchFile(fileName: string): Promise<string> {
	const text = textByFileName.get(fileName) ?? fetchText(`/libraries/${fileName}`);
	textByFileName.set(fileName, text);
	text.catch(() => textByFileName.delete(fileName));
	return text;
}

async function fetchText(address: string): Promise<string> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`The server answers ${response.status} for ${address}.`);
	return response.text();
}
