/** Compiles the whole bundle, or separate bundles of program and checks for the judge. */
import type { Plugin } from 'esbuild-wasm';
import type { Sources } from '../contract.ts';
import { createEngine, type Compiled } from './engine.ts';
import type { Esbuild } from './esbuild.ts';
import { load } from './loader.ts';
import { ENTRY, ENTRY_POINT, FILE, importError, sourcesPlugin } from './plugin.ts';
import { resolve, roleOf } from './resolve.ts';

type Part = 'whole' | 'checks' | 'program';

export interface ToCompile {
	part: Part;
	sources: Sources;
	/** For `program`: files that the checks import besides the entry. */
	imported: string[];
}

export interface CompiledPart {
	compiled: Compiled;
	/** For `checks`: files of the program that they import. */
	imported: string[];
}

/**
 * Compiles one part. Calls must not overlap. In the judge the two bundles run in separate engines, so the checks' bundle ends where
 * it imports the program.
 */
export type PartCompiler = (asked: ToCompile) => Promise<CompiledPart>;

export function createPartCompiler(esbuild: Esbuild): PartCompiler {
	const imported = new Set<string>();
	const engines = {
		whole: createEngine(esbuild, sourcesPlugin),
		checks: createEngine(esbuild, (current) => partPlugin('checks', current, imported)),
		program: createEngine(esbuild, (current) => partPlugin('program', current, imported))
	};
	return async (asked) => {
		imported.clear();
		for (const path of asked.imported) imported.add(path);
		const compiled = await engines[asked.part].compile(asked.sources);
		return { compiled, imported: [...imported] };
	};
}

function partPlugin(part: 'checks' | 'program', current: () => Sources, imported: Set<string>): Plugin {
	return {
		name: part,
		setup(build) {
			build.onResolve({ filter: /.*/ }, ({ path, importer, namespace, kind }) => {
				if (kind === 'entry-point') return { path: ENTRY_POINT, namespace: ENTRY };
				const sources = current();
				if (namespace === ENTRY) {
					return Object.hasOwn(sources.files, path) ? { path, namespace: FILE } : importError(path, null);
				}
				const found = resolve(path, importer, sources);
				if (found.kind === 'missing') return importError(path, importer);
				if (found.kind === 'provided') return { path: found.name, external: true };
				if (part === 'program' || roleOf(found.path, sources) !== 'program')
					return { path: found.path, namespace: FILE };
				imported.add(found.path);
				return { path: found.path, external: true };
			});
			build.onLoad({ filter: /.*/, namespace: ENTRY }, () => ({
				contents: entryText(part, current(), imported),
				loader: 'js'
			}));
			build.onLoad({ filter: /.*/, namespace: FILE }, ({ path }) => {
				return load(current().files, path);
			});
		}
	};
}

function entryText(part: 'checks' | 'program', sources: Sources, imported: Set<string>): string {
	const paths = part === 'checks' ? sources.checks : new Set([sources.program, ...imported]);
	const members = [...paths].map((path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(path)})`);
	return `export const ${part === 'checks' ? 'checks' : 'modules'} = {\n${members.join(',\n')}\n};`;
}
