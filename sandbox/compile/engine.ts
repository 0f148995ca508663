/** Compiles sources into one bundle with esbuild. */
import type { BuildContext, BuildFailure, BuildResult, Plugin } from 'esbuild-wasm';
import type { Bundle, Compilation, PageDocument, Sources } from '../contract.ts';
import { diagnose } from './diagnose.ts';
import { COMMON_OPTIONS, type Esbuild, type Options } from './esbuild.ts';
import { ENTRY_POINT, FILE_PREFIX, sourcesPlugin } from './plugin.ts';
import { addGuards } from './guard/guard.ts';
import { PREPARED, Scenes } from './scene.ts';

export type Compiled = Exclude<Compilation, { kind: 'superseded' }>;

export interface Engine {
	/** Compiles one set of sources. Calls must not overlap: the engine holds the current sources while it builds. */
	compile(sources: Sources): Promise<Compiled>;
	dispose(): Promise<void>;
}

const OPTIONS: Options = {
	...COMMON_OPTIONS,
	entryPoints: [ENTRY_POINT],
	outfile: 'bundle.js',
	format: 'cjs',
	// `import()` cannot leave the bundle: there is nothing to fetch where it runs.
	supported: { 'dynamic-import': false },
	// Check files written for Jest use Node's name `global`.
	define: { global: 'globalThis' },
	sourcemap: 'external',
	sourcesContent: false
};

/** Bytes of code and map together. Protects from source that doubles itself: the largest challenge takes a fiftieth. */
const MOST_OUTPUT = 32_000_000;

export function createEngine(esbuild: Esbuild, plugin: (current: () => Sources) => Plugin = sourcesPlugin): Engine {
	let sources: Sources = { files: {}, program: '', checks: [] };
	let context: Promise<BuildContext<Options>> | undefined;
	const scenes = new Scenes(esbuild);

	async function build(next: Sources): Promise<Bundle | undefined> {
		sources = next;
		context ??= esbuild.context({ ...OPTIONS, plugins: [plugin(() => sources)] });
		return bundleOf(await (await context).rebuild());
	}

	return {
		async compile(next) {
			const start = performance.now();
			const prepared = await scenes.prepare(next);
			// On failure, compile the original files again, for diagnostics that name the author's own files.
			const bundle = prepared === undefined ? undefined : await build(prepared).catch(rethrowUnlessBuildFailure);
			try {
				const whole = bundle ?? (await build(next));
				if (whole === undefined) return { kind: 'too-large' };
				const built = await guardBundle(whole, next);
				return { kind: 'bundle', bundle: built, duration: performance.now() - start };
			} catch (error) {
				if (isBuildFailure(error)) return { kind: 'diagnostics', diagnostics: diagnose(error.errors, next) };
				throw error;
			}
		},
		async dispose() {
			await (await context)?.dispose();
			context = undefined;
		}
	};
}

async function guardBundle(bundle: Bundle, sources: Sources): Promise<Bundle> {
	const page = pageOf(sources);
	if (page === undefined) return sources.guarded === true ? addGuards(bundle) : bundle;
	return { ...(sources.unguarded === true ? bundle : await addGuards(bundle)), page };
}

function bundleOf(result: BuildResult<Options>): Bundle | undefined {
	const [map, code] = result.outputFiles;
	if (map === undefined || code === undefined) throw new Error('esbuild gave no bundle');
	if (map.contents.length + code.contents.length > MOST_OUTPUT) return undefined;
	return { code: code.text, map: nameSources(map.text) };
}

/** Names the sources by their paths. Code that Braise added has no source. */
function nameSources(text: string): string {
	const map: unknown = JSON.parse(text);
	if (typeof map !== 'object' || map === null || !('sources' in map) || !Array.isArray(map.sources)) {
		throw new Error('esbuild gave no source map');
	}
	const sources = map.sources.map((source) => {
		if (typeof source !== 'string' || !source.startsWith(FILE_PREFIX)) return null;
		const path = source.slice(FILE_PREFIX.length);
		return path === PREPARED ? null : path;
	});
	return JSON.stringify({ ...map, sources });
}

function rethrowUnlessBuildFailure(error: unknown): undefined {
	if (!isBuildFailure(error)) throw error;
}

function isBuildFailure(error: unknown): error is BuildFailure {
	return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

/** Collects the document and styles of a page program as text; the frame parses them. */
function pageOf({ files, page }: Sources): PageDocument | undefined {
	if (page === undefined) return undefined;
	const styles = Object.entries(files).filter(([path]) => path.endsWith('.css'));
	return { html: files[page] ?? '', styles: Object.fromEntries(styles) };
}
