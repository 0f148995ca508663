import type { Bundle, Compilation, PageDocument, Sources } from '../contract.ts';
import { packDataFiles } from './pack-data-files.ts';
import { toDiagnostics } from './diagnose.ts';
import type { Esbuild } from './esbuild.ts';
import { addGuards } from './guard.ts';
import { exportPlayerFunctions } from './player-functions.ts';
import { PartCompiler } from './link/part-compiler.ts';
import type { BundlePartName } from './link/link.ts';
import { CompiledStore } from './link/compiled-store.ts';
import { compilerVersionText, storeListedFiles } from './link/compiled-file-list.ts';

export type CompileResult = Exclude<Compilation, { kind: 'superseded' }>;

export interface CompileTask {
	part: BundlePartName;
	sources: Sources;
	/** For the part `program`: files besides the entry that the checks import. */
	importedPaths: string[];
}

export interface CompiledPart {
	result: CompileResult;
	/** For the part `checks`: files of the program that the checks import. */
	importedPaths: string[];
}

export interface CompileEngine {
	compile(sources: Sources): Promise<CompileResult>;
	/** The checks' bundle leaves out the program that it imports, because the judge runs them in separate engines. */
	compilePart(task: CompileTask): Promise<CompiledPart>;
	reuseFiles(sources: Sources, bundle: Bundle): void;
}

/** Short sources may have a huge output. The largest challenge needs a fiftieth of this. */
const MAX_OUTPUT_CHARACTERS = 32_000_000;

export function createCompileEngine(esbuild: Esbuild): CompileEngine {
	const store = new CompiledStore();

	async function compilePart({ part, sources, importedPaths }: CompileTask): Promise<CompiledPart> {
		const start = performance.now();
		const preparedSources = part === 'whole' ? prepareProgramForPlayer(sources) : sources;
		const compiler = new PartCompiler(esbuild, store, { name: part, sources: preparedSources, importedPaths });
		const linkResult = await compiler.compileAndLink();
		if (linkResult.kind === 'failed') {
			return {
				result: { kind: 'diagnostics', diagnostics: toDiagnostics(linkResult.messages, sources) },
				importedPaths
			};
		}
		const { code, map, prelude = '' } = linkResult.bundle;
		if (code.length + map.length + prelude.length > MAX_OUTPUT_CHARACTERS)
			return { result: { kind: 'too-large' }, importedPaths };
		const bundle = await addGuardsAndPage(linkResult.bundle, sources);
		const result: CompileResult = { kind: 'bundle', bundle, duration: performance.now() - start };
		return { result, importedPaths: linkResult.outsideModules };
	}

	return {
		async compile(sources) {
			return (await compilePart({ part: 'whole', sources, importedPaths: [] })).result;
		},
		compilePart,
		reuseFiles(sources, bundle) {
			if (bundle.files?.compiler !== compilerVersionText(esbuild.version)) return;
			storeListedFiles(store, { name: 'whole', sources: prepareProgramForPlayer(sources), importedPaths: [] }, bundle);
		}
	};
}

/** Adds exports and data files to a student's own program, because its player needs them. */
const prepareProgramForPlayer = (sources: Sources): Sources => packDataFiles(exportPlayerFunctions(sources));

async function addGuardsAndPage(bundle: Bundle, sources: Sources): Promise<Bundle> {
	const page = pageDocumentOf(sources);
	if (page === undefined) return sources.guarded === true ? addGuards(bundle) : bundle;
	return { ...(sources.unguarded === true ? bundle : await addGuards(bundle)), page };
}

/** Undefined for a program without a document. */
function pageDocumentOf({ files, page }: Sources): PageDocument | undefined {
	if (page === undefined) return undefined;
	const filesMatching = (pattern: RegExp) =>
		Object.fromEntries(Object.entries(files).filter(([path]) => pattern.test(path)));
	return { html: files[page] ?? '', styles: filesMatching(/\.css$/), data: filesMatching(/\.(?:csv|json|txt)$/) };
}
