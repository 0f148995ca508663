import type { Message } from 'esbuild-wasm';
import type { Bundle } from '../../contract.ts';
import { isBuildFailure, type Esbuild } from '../esbuild.ts';
import { buildFiles } from './build-files.ts';
import { PartFiles } from './part-files.ts';
import { linkWithPrelude } from './link.ts';
import { PartTransforms } from './part-transforms.ts';
import { FileLookup, type UnresolvedImport } from './build-files.ts';
import { bundleEntriesOf, type BundlePart } from './link.ts';
import { canListFiles, compilerVersionText, listCompiledFiles } from './compiled-file-list.ts';
import type { CompiledStore } from './compiled-store.ts';
import type { CompiledUnit } from './compiled-store.ts';

export type PartCompilation =
	| { kind: 'bundle'; bundle: Bundle; outsideModules: string[] }
	| { kind: 'failed'; messages: Message[] };

/** esbuild sends messages about missing names only when it finds no other error. */
const NAME_ERROR_PATTERN = /^(?:No matching export|Ambiguous import|Detected cycle)/;

/** Upper limit of files compiled in one call of esbuild, because its memory grows with the square of their number. */
const MAX_FILES_PER_CALL = 40;

const FILE_REFERENCE_PATTERN = /(?:given|names|open):([\w./%-]+)/g;

export class PartCompiler {
	readonly #esbuild: Esbuild;
	readonly #part: BundlePart;
	readonly #files: PartFiles;
	readonly #lookup: FileLookup;
	readonly #transforms: PartTransforms;
	/** By place and text: a file that is compiled twice in one call gives each message twice. */
	readonly #messages = new Map<string, Message>();
	readonly #failedPaths = new Set<string>();
	readonly #outlinesOnly = new Set<string>();

	constructor(esbuild: Esbuild, store: CompiledStore, part: BundlePart) {
		this.#esbuild = esbuild;
		this.#part = part;
		this.#files = new PartFiles(store, part);
		this.#lookup = new FileLookup(part.sources.files);
		this.#transforms = new PartTransforms(esbuild, part, this.#files);
	}

	async compileAndLink(): Promise<PartCompilation> {
		const entries = bundleEntriesOf(this.#part);
		const paths = [...new Set(Object.values(entries).flat())];
		const there = paths.filter((path) => Object.hasOwn(this.#part.sources.files, path));
		for (const path of paths) if (!there.includes(path)) this.#addMessage(missingEntryMessage(path));
		// Each file is compiled once before any import is resolved, because what a file exports decides what an import of it means.
		const isUnknown = (path: string) => !this.#files.hasStoredOutline(path) && !this.#failedPaths.has(path);
		await this.#transforms.storeOutlines(() => this.#files.reachablePaths(there).filter(isUnknown));
		await this.#buildAll(() => this.#files.reachablePaths(there).filter(isUnknown));
		await this.#buildAll(() => this.#files.reachedPaths(there).filter(isUnknown));
		const reachedPaths = this.#files.reachedPaths(there);
		this.#outlinesOnly.clear();
		const isOutdated = (path: string) => this.#files.unitOf(path) === undefined && !this.#failedPaths.has(path);
		await this.#transforms.storeUnits(reachedPaths.filter(isOutdated), reachedPaths);
		if (!reachedPaths.some((path) => this.#failedPaths.has(path)))
			await this.#buildAll(() => reachedPaths.filter(isOutdated));
		const messages = [...this.#messages.values()].filter(
			({ location }) => location === null || reachedPaths.includes(location.file)
		);
		if (messages.length > 0) return { kind: 'failed', messages: messages.sort(compareMessagePlaces) };
		const units = new Map<string, CompiledUnit>();
		for (const path of reachedPaths) {
			const unit = this.#files.unitOf(path);
			if (unit === undefined) throw new Error(`${path} is not compiled`);
			units.set(path, unit);
		}
		const bundle = linkWithPrelude(units, entries, this.#preludePaths(reachedPaths));
		const list = canListFiles(this.#part.sources) && {
			files: listCompiledFiles(compilerVersionText(this.#esbuild.version), bundle.code, units, this.#files)
		};
		return {
			kind: 'bundle',
			bundle: { ...bundle, ...list },
			outsideModules: this.#files.findOutsideImports([...units.keys()])
		};
	}

	/** Returns the prelude's files: none for a guarded program, which must be one script, or a page, which has no scene. */
	#preludePaths(reachedPaths: readonly string[]): ReadonlySet<string> {
		const { dividesPrelude, guarded, page } = this.#part.sources;
		return dividesPrelude && !guarded && page === undefined
			? this.#files.findProgramFreePaths(reachedPaths)
			: new Set();
	}

	async #buildAll(missing: () => string[]): Promise<void> {
		const nextPaths = () => missing().slice(0, MAX_FILES_PER_CALL);
		for (let paths = nextPaths(); paths.length > 0; paths = nextPaths()) {
			try {
				this.#files.storeFiles(await buildFiles(this.#esbuild, this.#files, this.#lookup, paths, this.#outlinesOnly));
			} catch (error) {
				if (!isBuildFailure(error)) throw error;
				this.#noteFailedFiles(error.errors, paths);
			}
		}
	}

	#noteFailedFiles(errors: Message[], paths: readonly string[]): void {
		const oldCount = this.#failedPaths.size + this.#outlinesOnly.size;
		for (const error of errors) {
			const message = this.#replaceIdsByPaths(error);
			const path = message.location?.file;
			const isOfNames = NAME_ERROR_PATTERN.test(error.text);
			if (path !== undefined && isOfNames && !this.#files.hasStoredOutline(path)) {
				this.#outlinesOnly.add(path);
				continue;
			}
			this.#addMessage(message);
			if (path !== undefined) this.#excludeFile(path);
		}
		if (this.#failedPaths.size + this.#outlinesOnly.size === oldCount)
			for (const path of paths) this.#excludeFile(path);
	}

	#addMessage(message: Message): void {
		const { file, line, column } = message.location ?? {};
		this.#messages.set(JSON.stringify([file, line, column, message.text]), message);
	}

	#excludeFile(path: string): void {
		if (this.#failedPaths.has(path)) return;
		this.#failedPaths.add(path);
		this.#files.addFailedFileImports(path, this.#lookup.importsOf(path));
	}

	#replaceIdsByPaths({ text, location, ...rest }: Message): Message {
		const replaceIdsIn = (words: string) =>
			words.replaceAll(FILE_REFERENCE_PATTERN, (_, id: string) => this.#lookup.pathOf(id));
		return {
			...rest,
			text: replaceIdsIn(text),
			location: location && { ...location, file: replaceIdsIn(location.file) }
		};
	}
}

function missingEntryMessage(path: string): Message {
	const detail: UnresolvedImport = { specifier: path, importer: null };
	return { id: '', pluginName: '', text: `Cannot find "${path}"`, location: null, notes: [], detail };
}

function compareMessagePlaces({ location: one }: Message, { location: other }: Message): number {
	if (one === null || other === null) return Number(one !== null) - Number(other !== null);
	if (one.file !== other.file) return one.file < other.file ? -1 : 1;
	return one.line - other.line || one.column - other.column;
}
