import type { ExportOutline } from './file-exports.ts';

/** Prefix by which stand-ins and compiled code require a file. */
export const FILE_IMPORT_PREFIX = 'file:';
/** Prefixes of a stand-in's other imports: its own file without names, another stand-in, types, and ambiguous names. */
export const STAND_IN_IMPORT_PREFIX = 'side:';
export const STAND_IN_PREFIX = 'names:';
const TYPES_IMPORT_NAME = 'nothing:types';
const AMBIGUOUS_NAMES_PREFIX = 'twice:';

/** With it, esbuild itself checks and links imports of the file. Each name comes from the file that declares it. */
export function writeStandIn(path: string, origins: ReadonlyMap<string, ExportOrigin>): string {
	const lines = new Map<string, string[]>();
	const addExport = (from: string, name: string, as: string) => {
		const names = lines.get(from) ?? [];
		names.push(name === as ? name : `${name} as ${as}`);
		lines.set(from, names);
	};
	const twice: string[] = [];
	for (const [name, origin] of [...origins].sort(([one], [other]) => (one < other ? -1 : 1))) {
		if (origin === 'ambiguous') twice.push(name);
		else if (origin === 'type') addExport(TYPES_IMPORT_NAME, name, name);
		else if (origin !== 'absent')
			addExport((origin.path === path ? FILE_IMPORT_PREFIX : STAND_IN_PREFIX) + origin.path, origin.name, name);
	}
	const text: string[] = [];
	// The file itself comes before the files whose names it exports, because it may evaluate other files before those.
	if (lines.size !== 1 || !lines.has(FILE_IMPORT_PREFIX + path))
		text.push(`import ${quoteSpecifier(STAND_IN_IMPORT_PREFIX + path)};`);
	for (const [from, names] of lines) text.push(`export { ${names.join(', ')} } from ${quoteSpecifier(from)};`);
	for (const side of twice.length > 0 ? [0, 1] : []) {
		text.push(`export * from ${quoteSpecifier(`${AMBIGUOUS_NAMES_PREFIX}${JSON.stringify([side, ...twice])}`)};`);
	}
	return text.join('\n');
}

/** Two such modules, from which the stand-in exports everything, make each name ambiguous. */
export function writeAmbiguousNamesModule(list: string): string {
	const [, ...names] = JSON.parse(list) as [number, ...string[]];
	return `let one;\nexport { ${names.map((name) => `one as ${name}`).join(', ')} };`;
}

const quoteSpecifier = (text: string): string => JSON.stringify(text);

export function getOrCompute<Key, Value>(storedValues: Map<Key, Value>, key: Key, find: () => Value): Value {
	const storedValue = storedValues.get(key);
	if (storedValue !== undefined || storedValues.has(key)) return storedValue as Value;
	const value = find();
	storedValues.set(key, value);
	return value;
}

export interface OutlineSource {
	/** Undefined while the file has not been compiled. */
	outlineOf(path: string): ExportOutline | undefined;
	/** Returns the file that an import names; undefined if that file's exports are known only when it runs. */
	fileWithKnownExports(specifier: string, importer: string): string | undefined;
	isTypeScript(path: string): boolean;
}

interface ExportedName {
	path: string;
	name: string;
}

/** `type`: no value was found, and a TypeScript file may export a type under this name. */
export type ExportOrigin = ExportedName | 'absent' | 'type' | 'ambiguous';

/** `open`: not known before the program runs or another file is compiled. `open` prevails over any other origin. */
type PossibleOrigin = ExportedName | 'ambiguous' | 'open';

const UNKNOWN_NAMES_KEY = '*';

/** ECMAScript's ResolveExport for all names at once, from the file that declares each, so that circles cost no more. */
export class ExportOrigins {
	readonly #files: OutlineSource;
	readonly #readPaths = new Set<string>();
	readonly #originsByPath = new Map<string, Map<string, PossibleOrigin>>();
	readonly #starUsers = new Map<string, string[]>();
	readonly #nameUsers = new Map<string, Map<string, ExportedName[]>>();
	readonly #news: { path: string; name: string; origin: PossibleOrigin }[] = [];

	constructor(files: OutlineSource) {
		this.#files = files;
	}

	/** Undefined while one of the origins is `open`. */
	originsOf(path: string): Map<string, ExportOrigin> | undefined {
		this.#readAll(path);
		const origins = new Map<string, ExportOrigin>();
		for (const name of this.#files.outlineOf(path)?.again.keys() ?? []) {
			origins.set(name, this.#isType(path, name) ? 'type' : 'absent');
		}
		for (const [name, origin] of this.#originsIn(path)) {
			if (origin === 'open') return undefined;
			origins.set(name, origin);
		}
		return origins;
	}

	#readAll(first: string): void {
		const waitingPaths = [first];
		for (let path = waitingPaths.pop(); path !== undefined; path = waitingPaths.pop()) {
			if (this.#readPaths.has(path)) continue;
			this.#readPaths.add(path);
			waitingPaths.push(...this.#readOutline(path));
		}
		for (let news = this.#news.pop(); news !== undefined; news = this.#news.pop()) this.#passOriginOn(news);
	}

	#readOutline(path: string): string[] {
		const outline = this.#files.outlineOf(path);
		if (outline === undefined) this.#addOrigin(path, UNKNOWN_NAMES_KEY, 'open');
		const { ownNames = [], again = [], starSpecifiers = [] } = outline ?? {};
		const targets: string[] = [];
		for (const name of ownNames) this.#addOrigin(path, name, { path, name });
		for (const [name, reexport] of again) {
			const target = this.#files.fileWithKnownExports(reexport.specifier, path);
			if (target === undefined) {
				this.#addOrigin(path, name, { path, name });
			} else {
				this.#followName({ path: target, name: reexport.name }, { path, name });
				targets.push(target);
			}
		}
		for (const specifier of starSpecifiers) {
			const target = this.#files.fileWithKnownExports(specifier, path);
			if (target === undefined) {
				this.#addOrigin(path, UNKNOWN_NAMES_KEY, 'open');
			} else {
				this.#followAll(target, path);
				targets.push(target);
			}
		}
		return targets;
	}

	#followName({ path, name }: ExportedName, user: ExportedName): void {
		const names = getOrCompute(this.#nameUsers, path, () => new Map<string, ExportedName[]>());
		getOrCompute(names, name, () => []).push(user);
		if (this.#originsIn(path).has(UNKNOWN_NAMES_KEY)) this.#markNameOpen(path, name);
		const origin = this.#originsIn(path).get(name);
		if (origin !== undefined) this.#addOrigin(user.path, user.name, origin);
	}

	#followAll(path: string, user: string): void {
		getOrCompute(this.#starUsers, path, () => []).push(user);
		for (const [name, origin] of this.#originsIn(path)) this.#addFromStar(user, name, origin);
	}

	#passOriginOn({ path, name, origin }: { path: string; name: string; origin: PossibleOrigin }): void {
		for (const user of this.#starUsers.get(path) ?? []) this.#addFromStar(user, name, origin);
		const names = this.#nameUsers.get(path);
		for (const user of names?.get(name) ?? []) this.#addOrigin(user.path, user.name, origin);
		if (name === UNKNOWN_NAMES_KEY) for (const usedName of names?.keys() ?? []) this.#markNameOpen(path, usedName);
	}

	#addFromStar(path: string, name: string, origin: PossibleOrigin): void {
		const outline = this.#files.outlineOf(path);
		const isHidden = outline?.ownNames.has(name) === true || outline?.again.has(name) === true;
		if (name !== 'default' && !isHidden) this.#addOrigin(path, name, origin);
	}

	#markNameOpen(path: string, name: string): void {
		if (this.#files.outlineOf(path) === undefined) this.#addOrigin(path, name, 'open');
		else this.#addFromStar(path, name, 'open');
	}

	#addOrigin(path: string, name: string, origin: PossibleOrigin): void {
		const names = this.#originsIn(path);
		const before = names.get(name);
		const after = before === undefined ? origin : mergeExportOrigins(before, origin);
		if (after === before) return;
		names.set(name, after);
		this.#news.push({ path, name, origin: after });
	}

	#originsIn(path: string): Map<string, PossibleOrigin> {
		return getOrCompute(this.#originsByPath, path, () => new Map<string, PossibleOrigin>());
	}

	#isType(path: string, name: string): boolean {
		const visitedKeys = new Set<string>();
		for (let at: ExportedName | undefined = { path, name }; at !== undefined;) {
			const key = `${at.path}\0${at.name}`;
			const reexport: { specifier: string; name: string } | undefined = this.#files
				.outlineOf(at.path)
				?.again.get(at.name);
			if (reexport === undefined || visitedKeys.has(key)) return false;
			if (this.#files.isTypeScript(at.path)) return true;
			visitedKeys.add(key);
			const target: string | undefined = this.#files.fileWithKnownExports(reexport.specifier, at.path);
			at = target === undefined ? undefined : { path: target, name: reexport.name };
		}
		return false;
	}
}

function mergeExportOrigins(one: PossibleOrigin, other: PossibleOrigin): PossibleOrigin {
	if (one === 'open' || other === 'open') return 'open';
	if (typeof one === 'object' && typeof other === 'object' && one.path === other.path && one.name === other.name) {
		return one;
	}
	return 'ambiguous';
}
