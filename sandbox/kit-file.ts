import { fileURLToPath } from 'node:url';
import { bundleScript, type BundledScript, type ScriptBundleOptions } from './bundle.ts';
import { DRAW_MODULE, KIT_FILE_PATH, KIT_MODULE } from './compile/modules.ts';
import type { Files } from './contract.ts';

const KIT_ENTRY_PATH = fileURLToPath(new URL('./kit/index.ts', import.meta.url));
const PROGRAM_KIT_ENTRY_PATH = fileURLToPath(new URL('./kit/program-kit.ts', import.meta.url));
const KIT_BUNDLE_OPTIONS: ScriptBundleOptions = {
	platform: 'neutral',
	format: 'esm',
	target: ['es2022'],
	external: [DRAW_MODULE]
};
const KIT_MENTION_PATTERN = new RegExp(`from\\s*['"]${KIT_MODULE}['"]`, 'g');
const KIT_IMPORT_PATTERN = new RegExp(`\\bimport\\s*(type\\b)?\\s*\\{([^}]*)\\}\\s*from\\s*['"]${KIT_MODULE}['"]`, 'g');

/** With `names`, holds only these exports and the code that they need. */
export function buildKit(names?: readonly string[]): Promise<BundledScript> {
	return bundleScript(KIT_ENTRY_PATH, { ...KIT_BUNDLE_OPTIONS, ...(names && { exports: names }) });
}

/** Builds the kit for students' own programs, whose pieces leave the program's style and modes alone. */
export function buildProgramKit(): Promise<BundledScript> {
	return bundleScript(PROGRAM_KIT_ENTRY_PATH, KIT_BUNDLE_OPTIONS);
}

const kitBuildByImports = new Map<string, Promise<BundledScript>>();

/**
 * Holds only the imported pieces, so that a change to another piece leaves the challenge, its picture and its hash as
 * they are.
 */
export async function buildKitFilesFor(files: Files): Promise<Files> {
	const kitImports = kitImportsIn(Object.values(files).join('\n'));
	if (kitImports === 'none') return {};
	const key = String(kitImports);
	// When the kit lacks a name, the whole kit is built, so that the compiler reports the wrong name at its import.
	const kitBuild =
		kitBuildByImports.get(key) ?? (kitImports === 'all' ? buildKit() : buildKit(kitImports).catch(() => buildKit()));
	kitBuildByImports.set(key, kitBuild);
	return { [KIT_FILE_PATH]: (await kitBuild).code };
}

/** Sorted; `all` when an import does not list names. */
function kitImportsIn(text: string): 'none' | 'all' | string[] {
	const importMatches = [...text.matchAll(KIT_IMPORT_PATTERN)];
	if ((text.match(KIT_MENTION_PATTERN)?.length ?? 0) > importMatches.length) return 'all';
	const names = importMatches.flatMap(([, isType, list = '']) => (isType === undefined ? list.split(',') : []));
	const importedNames = names.map((name) => name.replace(/\sas\s[^]*/, '').trim()).filter((name) => /^\w+$/.test(name));
	return importedNames.length === 0 ? 'none' : [...new Set(importedNames)].sort();
}
