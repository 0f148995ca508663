import { createHash } from 'node:crypto';
import type { Bundle, Diagnostic, Sources } from '../../contract.ts';
import type { Problem } from '../../report.ts';
import type { CompileLanes } from '../../compile/node/lanes.ts';
import type { CompiledPart } from '../../compile/engine.ts';
import { fileRoleOf } from '../../compile/resolve-import.ts';
import type { LoadProblem, RealmName } from '../task-messages.ts';

/** Number of check bundles to keep: about as many challenge versions as classes hand in at the same time. */
const MAX_STORED_CHECK_BUNDLES = 8;
/** A program is often judged by its checks and then called once more; as many are judged at a time as there are seats. */
const MAX_STORED_PROGRAM_BUNDLES = 4;
const MAX_STORED_PROGRAM_CHARACTERS = 1_000_000;

export type CompiledRealms =
	| { kind: 'pair'; program: Bundle; checks: Bundle }
	| { kind: 'not-compiled'; loadProblem: LoadProblem };

interface StoredProgram {
	bundle: Bundle;
	importedPaths: readonly string[];
}

type ProgramCompileResult = Exclude<CompiledPart['result'], { kind: 'bundle' }> | { kind: 'bundle'; bundle: Bundle };

export class RealmsCompiler {
	readonly #lanes: Pick<CompileLanes, 'compile'>;
	readonly #checksByKey = new Map<string, Promise<CompiledPart>>();
	readonly #programsByKey = new Map<string, StoredProgram>();

	constructor(lanes: Pick<CompileLanes, 'compile'>) {
		this.#lanes = lanes;
	}

	/** Rejects when no compiler could start. */
	async compile(sources: Sources): Promise<CompiledRealms> {
		const { result: checks, importedPaths } = await this.#compileChecks(sources);
		if (checks.kind !== 'bundle') return compileFailureOf('checks', checks);
		const program = await this.#compileProgram(sources, importedPaths);
		if (program.kind !== 'bundle') return compileFailureOf('program', program);
		return { kind: 'pair', program: program.bundle, checks: checks.bundle };
	}

	async #compileProgram(sources: Sources, importedPaths: string[]): Promise<ProgramCompileResult> {
		const { checks: _, files, ...otherSources } = sources;
		const importableFiles = Object.entries(files).filter(([path]) => fileRoleOf(path, sources) !== 'checks');
		const key = hashOfParts([otherSources, importableFiles]);
		const stored = this.#programsByKey.get(key);
		if (stored !== undefined && importedPaths.every((path) => stored.importedPaths.includes(path)))
			return { kind: 'bundle', bundle: stored.bundle };
		const { result } = await this.#lanes.compile({ part: 'program', sources, importedPaths });
		if (
			result.kind !== 'bundle' ||
			result.bundle.code.length + result.bundle.map.length > MAX_STORED_PROGRAM_CHARACTERS
		)
			return result;
		this.#programsByKey.set(key, { bundle: result.bundle, importedPaths });
		const [oldestKey] = this.#programsByKey.keys();
		if (this.#programsByKey.size > MAX_STORED_PROGRAM_BUNDLES && oldestKey !== undefined)
			this.#programsByKey.delete(oldestKey);
		return result;
	}

	#compileChecks(sources: Sources): Promise<CompiledPart> {
		const filesAroundProgram = Object.entries(sources.files).filter(
			([path]) => fileRoleOf(path, sources) !== 'program'
		);
		const keyParts = [Object.keys(sources.files), sources.checks, sources.program, filesAroundProgram];
		const key = hashOfParts(keyParts);
		const compilation =
			this.#checksByKey.get(key) ?? this.#lanes.compile({ part: 'checks', sources, importedPaths: [] });
		const forgetChecks = (): boolean => this.#checksByKey.get(key) === compilation && this.#checksByKey.delete(key);
		// The result `too-large` is not kept, because the machine may have stalled until the limit was reached.
		void compilation.then(({ result }) => result.kind === 'too-large' && forgetChecks(), forgetChecks);
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

const hashOfParts = (parts: unknown): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64');

function compileFailureOf(
	side: RealmName,
	result: Exclude<CompiledPart['result'], { kind: 'bundle' }>
): CompiledRealms {
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
