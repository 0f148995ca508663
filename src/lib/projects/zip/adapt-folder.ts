import { PAGE_FILE, PROGRAM_FILE } from '#lib/domain/project.ts';
import type { Files } from '#sandbox/contract.ts';
import { libraryNamesOf } from '#sandbox/libraries/recognise.ts';

const SCRIPT_TAG_PATTERN = /<script\b[^>]*\bsrc\s*=\s*(["']?)([^"'>\s]+)\1[^>]*>\s*<\/script\s*>/gi;
/** Matches paths of scripts by other people: add-ons of p5, which Braise does not have, and minified files. */
const FOREIGN_SCRIPT_PATTERN = /(^|\/)p5\.[\w.]+\.js$|\.min\.js$/i;

const PATH_IN_TEXT_PATTERN = /(?<=["'`(=\s])[\w./-]+(?=["'`)\s>?#])/g;

const scriptTagOf = (path: string): string => `<script src="${path}"></script>`;
const removeLeadingDotFolders = (address: string): string => address.replace(/^(?:\.{0,2}\/)+/, '');

const isScriptPath = (path: string): boolean => /\.js$/i.test(path);

export const isOwnScriptPath = (path: string): boolean => isScriptPath(path) && !FOREIGN_SCRIPT_PATTERN.test(path);

export const isLibraryCopy = (path: string): boolean =>
	isScriptPath(path) && libraryNamesOf(scriptTagOf(path)).length > 0;

/**
 * Returns new paths without folders, by old path, for files whose old path is not allowed in a project but whose name is. Files
 * with the same name get no new path.
 */
export function flattenPaths(
	paths: readonly string[],
	canHold: (path: string) => boolean
): ReadonlyMap<string, string> {
	const fileNameOf = (path: string) => path.split('/').at(-1) ?? path;
	const countByName = new Map<string, number>();
	for (const path of paths) {
		const name = fileNameOf(path).toLowerCase();
		countByName.set(name, (countByName.get(name) ?? 0) + 1);
	}
	return new Map(
		paths.flatMap((path): [string, string][] => {
			const name = fileNameOf(path);
			const canMove = name !== path && !canHold(path) && canHold(name) && countByName.get(name.toLowerCase()) === 1;
			return canMove ? [[path, name]] : [];
		})
	);
}

export function replacePathsInTexts(files: Files, newPathByOldPath: ReadonlyMap<string, string>): Files {
	const replacePathsInText = (text: string) =>
		text.replace(PATH_IN_TEXT_PATTERN, (written) => newPathByOldPath.get(removeLeadingDotFolders(written)) ?? written);
	return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, replacePathsInText(text)]));
}

/**
 * Makes the program of a folder without one: the page's own scripts, joined in the order in which the page loads them, or the
 * only script. Scripts of a page share one scope, so the joined file works alike. `scriptPaths`: the joined scripts; when there
 * are none, the files are returned unchanged.
 */
export function joinScriptsIntoProgram(files: Files, scripts: Files): { files: Files; scriptPaths: string[] } {
	const ownPaths = Object.keys(scripts);
	const page = files[PAGE_FILE] ?? '';
	const loadedPaths = [...page.matchAll(SCRIPT_TAG_PATTERN)].map(([, , address = '']) =>
		removeLeadingDotFolders(address)
	);
	const namedPaths = [...new Set(loadedPaths)].filter((path) => ownPaths.includes(path));
	const scriptPaths = namedPaths.length === 0 && ownPaths.length === 1 ? ownPaths : namedPaths;
	if (scriptPaths.length === 0) return { files, scriptPaths: [] };
	const programTexts = scriptPaths.map((path) => scripts[path] ?? '');
	const [onlyText = ''] = programTexts;
	const program =
		programTexts.length === 1 ? onlyText : programTexts.map((text, at) => `// ${scriptPaths[at]}\n${text}`).join('\n');
	const [firstPath] = scriptPaths;
	const renamedPage = page.replace(SCRIPT_TAG_PATTERN, (tag, _quote: string, address: string) => {
		const path = removeLeadingDotFolders(address);
		if (path === firstPath) return scriptTagOf(PROGRAM_FILE);
		return scriptPaths.includes(path) ? '' : tag;
	});
	const pageFiles = PAGE_FILE in files ? { [PAGE_FILE]: renamedPage } : {};
	return { files: { ...files, ...pageFiles, [PROGRAM_FILE]: program }, scriptPaths };
}
