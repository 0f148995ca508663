import type { Bundle, Sources } from '../../contract.ts';
import { FILE_IMPORT_PREFIX } from './export-origins.ts';
import { countLines, type CompiledUnit } from './compiled-store.ts';
import { resolveImport, fileRoleOf } from '../resolve-import.ts';

export type BundlePartName = 'whole' | 'checks' | 'program';

export interface BundlePart {
	name: BundlePartName;
	sources: Sources;
	/** Only for `program`: other files, such as data, that it exports to the checks. */
	importedPaths: readonly string[];
}

/** The module that an import names. `outside`: the bundle does not contain the module. */
export type ImportTarget =
	| { kind: 'missing' }
	| { kind: 'outside'; name: string; isFile: boolean }
	/** `isAcrossParts`: an author's file imports a student's, whose exports are found out only when it runs. */
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
	// What the program does not export (yet) is `undefined` in checks and scene, and fails one check instead of the bundle.
	return { kind: 'file', path, isAcrossParts: isProgram && (role === 'checks' || role === 'scene') };
}

export function bundleEntriesOf({ name, sources, importedPaths }: BundlePart): BundleEntries {
	const { program, scene, checks } = sources;
	if (name === 'checks') return { checks };
	if (name === 'program') return { modules: [...new Set([program, ...importedPaths])] };
	return { program, ...(scene === undefined ? {} : { scene }), checks };
}

/** Raise this number when a bundle of the same sources behaves differently. Every verdict stores it. */
export const LINKER_VERSION = 2;

/** Prefix of a required name that asks for data as a single value, without the named exports that an `import` sees. */
export const RAW_DATA_PREFIX = 'raw:';

export interface BundleEntries {
	[name: string]: string | readonly string[];
}

/** Evaluates each file when it is first required. A file's `require` passes unknown names on to the bundle's. */
const LINKER_CODE = `((files, outside, entriesOf) => {
	const loads = files.map(([run, isModule, requests]) => {
		let module, failure;
		const require = (name) => {
			const target = typeof name === 'string' ? requests[name] : undefined;
			if (target === undefined) return outside(name);
			return typeof target === 'number' ? loads[target]() : loads[target[0]]().default;
		};
		return () => {
			if (failure !== undefined) throw failure.error;
			if (module !== undefined) return module.exports;
			const own = module = { exports: {} };
			try {
				run(require, own, own.exports);
			} catch (error) {
				if (isModule) failure = { error };
				else module = undefined;
				throw error;
			}
			return own.exports;
		};
	});
	return entriesOf(loads);
})`;

export function linkUnits(units: ReadonlyMap<string, CompiledUnit>, entries: BundleEntries): Bundle {
	return linkFileTable(units, (indexes) => bundleEntriesText(entries, indexes));
}

/** Others require them by the names that esbuild wrote. They import no file outside of the prelude, and are no entries. */
export function linkWithPrelude(
	units: ReadonlyMap<string, CompiledUnit>,
	entries: BundleEntries,
	preludePaths: ReadonlySet<string>
): Bundle {
	if (preludePaths.size === 0) return linkUnits(units, entries);
	const inPrelude = new Map([...units].filter(([path]) => preludePaths.has(path)));
	const others = new Map([...units].filter(([path]) => !preludePaths.has(path)));
	return { ...linkUnits(others, entries), prelude: linkFileTable(inPrelude, preludeFilesText).code };
}

function linkFileTable(
	units: ReadonlyMap<string, CompiledUnit>,
	exportsText: (indexes: ReadonlyMap<string, number>) => string
): Bundle {
	const indexes = new Map([...units.keys()].map((path, index) => [path, index]));
	const { sharedHelpers, ownHelpers } = divideHelpers([...units.values()]);
	const sections: string[] = [];
	let code = `${[...sharedHelpers.values()].join('')}module.exports = ${LINKER_CODE}([\n`;
	let line = countLines(code);
	for (const unit of units.values()) {
		const opening = `[function (require, module, exports) {\n${(ownHelpers.get(unit) ?? []).join('')}`;
		code += opening;
		line += countLines(opening);
		if (unit.map !== undefined) sections.push(`{"offset":{"line":${line},"column":0},"map":${unit.map}}`);
		const closing = `}, ${String(unit.isModule)}, ${requiredFilesText(unit, indexes)}],\n`;
		code += `${unit.code}${closing}`;
		line += unit.lineCount + countLines(closing);
	}
	code += `], require, ${exportsText(indexes)});\n`;
	return { code, map: `{"version":3,"sections":[${sections.join(',')}]}` };
}

/** Divides esbuild's helpers: a helper is shared unless a file has another helper of the same name. */
function divideHelpers(units: CompiledUnit[]): {
	sharedHelpers: Map<string, string>;
	ownHelpers: Map<CompiledUnit, string[]>;
} {
	const sharedHelpers = new Map<string, string>();
	const ownHelpers = new Map<CompiledUnit, string[]>();
	for (const unit of units) {
		const isOwn = [...unit.helpers].some(([name, text]) => (sharedHelpers.get(name) ?? text) !== text);
		if (isOwn) ownHelpers.set(unit, [...unit.helpers.values()]);
		else for (const [name, text] of unit.helpers) sharedHelpers.set(name, text);
	}
	return { sharedHelpers, ownHelpers };
}

function requiredFilesText({ requestedNames }: CompiledUnit, indexes: ReadonlyMap<string, number>): string {
	const answers = requestedNames.flatMap((request) => {
		const raw = request.startsWith(RAW_DATA_PREFIX);
		const path = raw
			? request.slice(RAW_DATA_PREFIX.length)
			: request.startsWith(FILE_IMPORT_PREFIX)
				? request.slice(FILE_IMPORT_PREFIX.length)
				: undefined;
		const index = path === undefined ? undefined : indexes.get(path);
		if (index === undefined) return [];
		return [`${JSON.stringify(request)}: ${raw ? `[${index}]` : index}`];
	});
	return `{ ${['__proto__: null', ...answers].join(', ')} }`;
}

function bundleEntriesText(entries: BundleEntries, indexes: ReadonlyMap<string, number>): string {
	const loadCallOf = (path: string) => `loads[${indexes.get(path) ?? -1}]()`;
	const members = Object.entries(entries).map(([name, paths]) => {
		if (typeof paths === 'string') return `${name}: () => ${loadCallOf(paths)}`;
		// A check file's function returns nothing: the file may export a `then`, and its exports would be awaited like a promise.
		const functionBodyOf = (path: string) => (name === 'checks' ? `{ ${loadCallOf(path)}; }` : loadCallOf(path));
		return `${name}: { ${paths.map((path) => `[${JSON.stringify(path)}]: () => ${functionBodyOf(path)}`).join(', ')} }`;
	});
	return `(loads) => ({ ${members.join(', ')} })`;
}

function preludeFilesText(indexes: ReadonlyMap<string, number>): string {
	const members = [...indexes].map(
		([path, index]) =>
			`[${JSON.stringify(FILE_IMPORT_PREFIX + path)}]: () => loads[${index}](), [${JSON.stringify(RAW_DATA_PREFIX + path)}]: () => loads[${index}]().default`
	);
	return `(loads) => ({ files: { ${members.join(', ')} } })`;
}
