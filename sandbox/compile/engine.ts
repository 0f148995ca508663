/** Compiles sources into one bundle, with esbuild for each file and the linker for all. */
import type { Bundle, Compilation, PageDocument, Sources } from '../contract.ts';
import { diagnose } from './diagnose.ts';
import type { Esbuild } from './esbuild.ts';
import { addGuards } from './guard/guard.ts';
import { PartCompiler } from './link/part-compiler.ts';
import type { PartName } from './link/bundle-part.ts';
import { Store } from './link/compiled-store.ts';

export type Compiled = Exclude<Compilation, { kind: 'superseded' }>;

export interface ToCompile {
	part: PartName;
	sources: Sources;
	/** For `program`: files that the checks import besides the entry. */
	imported: string[];
}

export interface CompiledPart {
	compiled: Compiled;
	/** For `checks`: files of the program that they import. */
	imported: string[];
}

export interface Engine {
	/** Compiles the whole. */
	compile(sources: Sources): Promise<Compiled>;
	/**
	 * Compiles one part. In the judge the two bundles run in separate engines, so the checks' bundle ends where it imports the
	 * program.
	 */
	compilePart(asked: ToCompile): Promise<CompiledPart>;
}

/** Characters of code and map together. Protects from source that doubles itself: the largest challenge takes a fiftieth. */
const MOST_OUTPUT = 32_000_000;

/** Creates an engine, which keeps compiled files: an edit compiles what changed. */
export function createEngine(esbuild: Esbuild): Engine {
	const store = new Store();

	async function compilePart({ part, sources, imported }: ToCompile): Promise<CompiledPart> {
		const start = performance.now();
		const compiler = new PartCompiler(esbuild, store, { name: part, sources, imported });
		const linked = await compiler.link();
		if (linked.kind === 'failed') {
			return { compiled: { kind: 'diagnostics', diagnostics: diagnose(linked.messages, sources) }, imported };
		}
		const { code, map } = linked.bundle;
		if (code.length + map.length > MOST_OUTPUT) return { compiled: { kind: 'too-large' }, imported };
		const bundle = await guardBundle(linked.bundle, sources);
		const compiled: Compiled = { kind: 'bundle', bundle, duration: performance.now() - start };
		return { compiled, imported: linked.outside };
	}

	return {
		async compile(sources) {
			return (await compilePart({ part: 'whole', sources, imported: [] })).compiled;
		},
		compilePart
	};
}

async function guardBundle(bundle: Bundle, sources: Sources): Promise<Bundle> {
	const page = pageOf(sources);
	if (page === undefined) return sources.guarded === true ? addGuards(bundle) : bundle;
	return { ...(sources.unguarded === true ? bundle : await addGuards(bundle)), page };
}

/** Returns the page's HTML and its styles, as read in the browser; undefined when the program has no document. */
function pageOf({ files, page }: Sources): PageDocument | undefined {
	if (page === undefined) return undefined;
	const styles = Object.entries(files).filter(([path]) => path.endsWith('.css'));
	return { html: files[page] ?? '', styles: Object.fromEntries(styles) };
}
