/** Compiles program and checks into two bundles, and keeps the bundles of recent checks. */
import { createHash } from 'node:crypto';
import type { Bundle, Diagnostic, Sources } from '../../contract.ts';
import type { Problem } from '../../report.ts';
import type { CompileLanes } from '../../compile/node/lanes.ts';
import type { CompiledPart } from '../../compile/engine.ts';
import { fileRoleOf } from '../../compile/resolve-import.ts';
import type { LoadProblem, RealmName } from '../task-messages.ts';

/** Number of check bundles to keep: about as many challenge versions as classes hand in at the same time. */
const MAX_STORED_CHECK_BUNDLES = 8;

export type CompiledRealms =
	| { kind: 'pair'; program: Bundle; checks: Bundle }
	| { kind: 'not-compiled'; loadProblem: LoadProblem };

export class RealmsCompiler {
	readonly #lanes: CompileLanes;
	readonly #checksByKey = new Map<string, Promise<CompiledPart>>();

	constructor(lanes: CompileLanes) {
		this.#lanes = lanes;
	}

	/** Compiles program and checks. Rejects when no compiler could start. */
	async compile(sources: Sources): Promise<CompiledRealms> {
		const { result: checks, importedPaths } = await this.#compileChecks(sources);
		if (checks.kind !== 'bundle') return compileFailure('checks', checks);
		const { result: program } = await this.#lanes.compile({ part: 'program', sources, importedPaths });
		if (program.kind !== 'bundle') return compileFailure('program', program);
		return { kind: 'pair', program: program.bundle, checks: checks.bundle };
	}

	#compileChecks(sources: Sources): Promise<CompiledPart> {
		const filesAroundProgram = Object.entries(sources.files).filter(
			([path]) => fileRoleOf(path, sources) !== 'program'
		);
		const keyParts = [Object.keys(sources.files), sources.checks, sources.program, filesAroundProgram];
		const key = createHash('sha256').update(JSON.stringify(keyParts)).digest('base64');
		const compilation =
			this.#checksByKey.get(key) ?? this.#lanes.compile({ part: 'checks', sources, importedPaths: [] });
		const forget = (): boolean => this.#checksByKey.get(key) === compilation && this.#checksByKey.delete(key);
		// The result `too-large` is not kept, because the machine may have stalled until the limit was reached.
		void compilation.then(({ result }) => result.kind === 'too-large' && forget(), forget);
		// The entry is inserted again, so that the entry unused for longest is deleted first.
		this.#checksByKey.delete(key);
		this.#checksByKey.set(key, compilation);
		for (const oldestKey of this.#checksByKey.keys()) {
			if (this.#checksByKey.size <= MAX_STORED_CHECK_BUNDLES) break;
			this.#checksByKey.delete(oldestKey);
		}
		return compilation;
	}
}

function compileFailure(side: RealmName, result: Exclude<CompiledPart['result'], { kind: 'bundle' }>): CompiledRealms {
	const problem: Problem =
		result.kind === 'too-large' ? { kind: 'too-large' } : problemOfDiagnostics(result.diagnostics);
	return { kind: 'not-compiled', loadProblem: { problem, side } };
}

function problemOfDiagnostics([first]: Diagnostic[]): Problem {
	if (first === undefined) return { kind: 'crash', message: 'It does not compile.' };
	if (first.kind === 'syntax')
		return { kind: 'thrown', name: 'SyntaxError', message: first.message, place: first.place };
	const message = `There is no "${first.specifier}" to import.`;
	return { kind: 'thrown', name: 'ImportError', message, place: first.place };
}
