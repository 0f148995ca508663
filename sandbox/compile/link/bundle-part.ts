/** What a bundle consists of: everything, or for the judge the checks or the program alone. */
import type { Sources } from '../../contract.ts';
import { resolveImport, fileRoleOf } from '../resolve-import.ts';
import type { BundleEntries } from './link.ts';

export type BundlePartName = 'whole' | 'checks' | 'program';

export interface BundlePart {
	name: BundlePartName;
	sources: Sources;
	/**
	 * Only for the part `program`: other files, such as data, that the checks import. The program's bundle exports them to the
	 * checks.
	 */
	importedPaths: readonly string[];
}

/** The module that an import names. `outside`: the bundle does not contain the module. */
export type ImportTarget =
	| { kind: 'missing' }
	| { kind: 'outside'; name: string; isFile: boolean }
	/**
	 * `isAcrossParts`: an author's file imports a file of the student. Whether that file exports the imported names is found out
	 * only when it runs.
	 */
	| { kind: 'file'; path: string; isAcrossParts: boolean };

export function importTargetOf(specifier: string, importer: string, { name, sources }: BundlePart): ImportTarget {
	const resolution = resolveImport(specifier, importer, sources);
	if (resolution.kind === 'missing') return resolution;
	if (resolution.kind === 'provided') return { kind: 'outside', name: resolution.name, isFile: false };
	const { path } = resolution;
	const isProgram = fileRoleOf(path, sources) === 'program';
	// The judge runs the checks in another engine than the program, so the checks' bundle leaves the program out.
	if (name === 'checks' && isProgram) return { kind: 'outside', name: path, isFile: true };
	const role = fileRoleOf(importer, sources);
	// A name that the student's program does not export (yet) is `undefined` where checks or scene use it, and fails one check
	// instead of the whole bundle.
	return { kind: 'file', path, isAcrossParts: isProgram && (role === 'checks' || role === 'scene') };
}

export function bundleEntriesOf({ name, sources, importedPaths }: BundlePart): BundleEntries {
	const { program, scene, checks } = sources;
	if (name === 'checks') return { checks };
	if (name === 'program') return { modules: [...new Set([program, ...importedPaths])] };
	return { program, ...(scene === undefined ? {} : { scene }), checks };
}
