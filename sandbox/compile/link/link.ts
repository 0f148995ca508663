/** Links compiled files into one bundle: a table of functions, and code that calls them. */
import type { Bundle } from '../../contract.ts';
import { FILE_IMPORT_PREFIX } from './stand-in.ts';
import { countLines, type CompiledUnit } from './compiled-unit.ts';

/** Raise this number when a bundle of the same sources behaves differently. Every verdict stores it. */
export const LINKER_VERSION = 2;

/** Prefix of a required name that asks for data as a single value, without the named exports that an `import` sees. */
export const RAW_DATA_PREFIX = 'raw:';

/** What a bundle exports: the file at a path under the entry's name, or a table of files by path. */
export interface BundleEntries {
	/** The entries `modules` and `checks` are tables by path. */
	[name: string]: string | readonly string[];
}

/**
 * Code that evaluates each file once, when it is first required. Each file gets a `require` of its own, which finds the files that
 * it imports and passes other names on to the `require` of the bundle.
 */
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

/**
 * Links the files at `preludePaths` apart from the others, which require them by the names that esbuild wrote. None of these files
 * may import a file outside of the prelude, or be an entry.
 */
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

/** Lists each file under both names by which the bundle may require it. */
function preludeFilesText(indexes: ReadonlyMap<string, number>): string {
	const members = [...indexes].map(
		([path, index]) =>
			`[${JSON.stringify(FILE_IMPORT_PREFIX + path)}]: () => loads[${index}](), [${JSON.stringify(RAW_DATA_PREFIX + path)}]: () => loads[${index}]().default`
	);
	return `(loads) => ({ files: { ${members.join(', ')} } })`;
}
