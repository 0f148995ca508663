/**
 * Program and checks as two bundles: they run in two instances, and an import of the program's is where the checks' bundle ends.
 * The compiler is the browser's, of the same version.
 */
import * as esbuild from 'esbuild';
import type { Plugin } from 'esbuild';
import type { Bundle, Diagnostic, Sources } from '../index.ts';
import { createEngine, type Compiled, type Engine } from '../compile/engine.ts';
import { nearest } from '../compile/nearest.ts';
import { loaderOf } from '../compile/loader.ts';
import { ENTRY, ENTRY_POINT, FILE, missing } from '../compile/plugin.ts';
import { resolve, roleOf } from '../compile/resolve.ts';

export type CompiledPair =
	| { kind: 'pair'; program: Bundle; checks: Bundle }
	| { kind: 'diagnostics'; side: 'program' | 'checks'; diagnostics: Diagnostic[] };

/** What esbuild says when its process has ended. */
const LOST = /service (was stopped|is no longer running)|EPIPE/;

export class PairCompiler {
	/** What the checks import of the program, while their bundle is made. */
	#imported = new Set<string>();
	#checks: Engine = this.#engine('checks');
	#program: Engine = this.#engine('program');
	#queue: Promise<unknown> = Promise.resolve();
	#isClosed = false;
	/** Many programs are judged by the same checks. */
	#last: { key: string; checks: Compiled; imported: Set<string> } | undefined;

	compile(sources: Sources): Promise<CompiledPair> {
		const compiled = this.#queue.then(() =>
			this.#compile(sources).catch((error: unknown) => this.#again(sources, error))
		);
		this.#queue = compiled.catch(() => undefined);
		return compiled;
	}

	/** What still waits is refused: an engine made after this would keep the whole process from ending. */
	async dispose(): Promise<void> {
		this.#isClosed = true;
		await this.#queue;
		await Promise.all([this.#checks.dispose(), this.#program.dispose()]);
	}

	#engine(side: 'program' | 'checks'): Engine {
		return createEngine(esbuild, (current) => this.#plugin(current, side));
	}

	/** esbuild is a process of its own, and the package makes another only when it is told that the one before is over. */
	async #again(sources: Sources, error: unknown): Promise<CompiledPair> {
		if (!(error instanceof Error) || !LOST.test(error.message)) throw error;
		await esbuild.stop();
		this.#checks = this.#engine('checks');
		this.#program = this.#engine('program');
		return this.#compile(sources);
	}

	async #compile(sources: Sources): Promise<CompiledPair> {
		if (this.#isClosed) throw new Error('The judge is closed.');
		const checks = await this.#compileChecks(sources);
		if (checks.kind === 'diagnostics') return { ...checks, side: 'checks' };
		const program = await this.#program.compile(sources);
		if (program.kind === 'diagnostics') return { ...program, side: 'program' };
		return { kind: 'pair', program: program.bundle, checks: checks.bundle };
	}

	async #compileChecks(sources: Sources): Promise<Compiled> {
		const around = Object.entries(sources.files).filter(([path]) => roleOf(path, sources) !== 'program');
		const key = JSON.stringify([Object.keys(sources.files), sources.checks, sources.program, around]);
		if (this.#last?.key === key) {
			this.#imported = this.#last.imported;
			return this.#last.checks;
		}
		this.#imported = new Set();
		const checks = await this.#checks.compile(sources);
		this.#last = { key, checks, imported: this.#imported };
		return checks;
	}

	#plugin(current: () => Sources, side: 'program' | 'checks'): Plugin {
		return {
			name: side,
			setup: (build) => {
				build.onResolve({ filter: /.*/ }, ({ path, importer, namespace, kind }) => {
					if (kind === 'entry-point') return { path: ENTRY_POINT, namespace: ENTRY };
					const sources = current();
					if (namespace === ENTRY) {
						if (Object.hasOwn(sources.files, path)) return { path, namespace: FILE };
						return missing(path, nearest(path, Object.keys(sources.files)));
					}
					const found = resolve(path, importer, sources);
					if (found.kind === 'missing') return missing(path, found.available);
					if (found.kind === 'provided') return { path: found.name, external: true };
					if (side === 'program' || roleOf(found.path, sources) !== 'program')
						return { path: found.path, namespace: FILE };
					this.#imported.add(found.path);
					return { path: found.path, external: true };
				});
				build.onLoad({ filter: /.*/, namespace: ENTRY }, () => ({
					contents: this.#entry(current(), side),
					loader: 'js'
				}));
				build.onLoad({ filter: /.*/, namespace: FILE }, ({ path }) => {
					return { contents: current().files[path] ?? '', loader: loaderOf(path) };
				});
			}
		};
	}

	#entry(sources: Sources, side: 'program' | 'checks'): string {
		const paths = side === 'checks' ? sources.checks : new Set([sources.program, ...this.#imported]);
		const members = [...paths].map((path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(path)})`);
		return `export const ${side === 'checks' ? 'checks' : 'modules'} = {\n${members.join(',\n')}\n};`;
	}
}
