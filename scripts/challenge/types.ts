/** The type check of a challenge. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Files, Sources } from '#sandbox/contract.ts';
import { DRAW_MODULE, VITEST_MODULE } from '#sandbox/compile/modules.ts';
import { resolveImport, fileRoleOf } from '#sandbox/compile/resolve.ts';
import { judgeInputOf } from '#lib/server/content/judge-input.ts';
import type { PackedChallenge, ReadChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/problem.ts';
import {
	filesOnEntry,
	mutantPrograms,
	authorPlaceOf,
	solutionProgram,
	startProgram,
	type ChallengeProgram
} from './programs.ts';

const COMPILER_OPTIONS: ts.CompilerOptions = {
	strict: true,
	noEmit: true,
	target: ts.ScriptTarget.ES2022,
	module: ts.ModuleKind.ESNext,
	moduleResolution: ts.ModuleResolutionKind.Bundler,
	allowImportingTsExtensions: true,
	resolveJsonModule: true,
	skipLibCheck: true,
	lib: ['lib.es2022.d.ts'],
	types: []
};

const SOURCE_FILE = /\.(ts|json)$/;

const text = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

const GIVEN_DECLARATIONS: Record<string, string> = {
	'/given/program.d.ts': text('src/lib/editor/declarations/program.en.d.ts.txt'),
	'/given/draw.d.ts': text('sandbox/run/draw/draw.en.d.ts'),
	'/given/scene.d.ts': text('sandbox/kit/scene.en.d.ts'),
	'/given/vitest.d.ts': text('sandbox/check/vitest-module.d.ts')
};

interface LaidOutProgram {
	program: ChallengeProgram;
	sources: Sources;
}

/** Lays out each program with the files around it in a virtual folder, `/<number>/<path>`. */
class ProgramLayout {
	readonly laid: LaidOutProgram[] = [];
	readonly roots: string[] = Object.keys(GIVEN_DECLARATIONS);

	addProgram(program: ChallengeProgram, around: Files, checks: string[], whole: boolean): void {
		const files = { ...program.files, ...around };
		const sources = { files, program: 'main.ts', scene: 'scene.ts', checks };
		const number = this.laid.push({ program, sources }) - 1;
		for (const path of Object.keys(files)) {
			const role = fileRoleOf(path, sources);
			if (path.endsWith('.ts') && (whole || role === 'program' || role === 'checks'))
				this.roots.push(`/${number}/${path}`);
		}
	}

	findFile(path: string): { laid: LaidOutProgram; path: string } | undefined {
		const [, number, rest] = /^\/(\d+)\/(.+)$/.exec(path) ?? [];
		const laid = this.laid[Number(number)];
		return laid && rest !== undefined ? { laid, path: rest } : undefined;
	}

	readFile(path: string): string | undefined {
		const found = this.findFile(path);
		return GIVEN_DECLARATIONS[path] ?? found?.laid.sources.files[found.path];
	}
}

/** Lays every program out as it is packed and checks all in one pass, with what Braise provides and no more. */
export function typeProblems(read: ReadChallenge, packed: PackedChallenge): ContentProblem[] {
	const layout = layoutOf(read, packed);
	const program = ts.createProgram(layout.roots, COMPILER_OPTIONS, hostOf(layout));
	return ts.getPreEmitDiagnostics(program).map(({ file, start: at, messageText }) => {
		const found = file && layout.findFile(file.fileName);
		const line = file ? file.getLineAndCharacterOfPosition(at ?? 0).line + 1 : 1;
		const message = ts.flattenDiagnosticMessageText(messageText, ' ');
		const place = found
			? authorPlaceOf({ file: found.path, line }, found.laid.program, read)
			: { file: file?.fileName ?? '', line };
		return { ...place, message };
	});
}

function layoutOf(read: ReadChallenge, packed: PackedChallenge): ProgramLayout {
	const { challenge } = packed;
	const { authorFiles, checks, heldBackChecks } = judgeInputOf(packed);
	const surroundings = { ...challenge.surroundings, ...authorFiles };
	const all = [...checks, ...heldBackChecks.map(({ path }) => path)];
	const layout = new ProgramLayout();
	for (const language of challenge.languages) {
		layout.addProgram(startProgram(challenge, language), surroundings, all, true);
		for (const step of challenge.steps) {
			if (step.opens !== false) layout.addProgram(filesOnEntry(challenge, language, step), surroundings, all, false);
		}
	}
	layout.addProgram(solutionProgram(packed, challenge.languages[0] ?? 'fr'), surroundings, all, true);
	for (const { program } of mutantPrograms(read, packed)) layout.addProgram(program, surroundings, all, false);
	return layout;
}

/** Caches the library files, the largest part of what is read. */
const libraryFiles = new Map<string, ts.SourceFile | undefined>();

function hostOf(layout: ProgramLayout): ts.CompilerHost {
	const real = ts.createCompilerHost(COMPILER_OPTIONS);
	return {
		...real,
		getCurrentDirectory: () => '/',
		fileExists: (path) => layout.readFile(path) !== undefined || real.fileExists(path),
		readFile: (path) => layout.readFile(path) ?? real.readFile(path),
		getSourceFile(path, target) {
			const own = layout.findFile(path) && layout.readFile(path);
			if (own !== undefined) return ts.createSourceFile(path, own, target);
			if (!libraryFiles.has(path)) {
				const given = GIVEN_DECLARATIONS[path];
				libraryFiles.set(
					path,
					given === undefined ? real.getSourceFile(path, target) : ts.createSourceFile(path, given, target)
				);
			}
			return libraryFiles.get(path);
		},
		resolveModuleNameLiterals: (literals, containing) =>
			literals.map(({ text }) => ({ resolvedModule: resolvedModule(layout, text, containing) }))
	};
}

/** Resolves imports as the compiler does, so that one place decides who may import what. */
function resolvedModule(
	layout: ProgramLayout,
	specifier: string,
	containing: string
): ts.ResolvedModuleFull | undefined {
	const from = layout.findFile(containing);
	if (from === undefined) return undefined;
	const found = resolveImport(specifier, from.path, from.laid.sources);
	if (found.kind === 'provided' && found.name === VITEST_MODULE) {
		return { resolvedFileName: '/given/vitest.d.ts', extension: ts.Extension.Dts };
	}
	// The declarations of `draw` and of the kit declare them by name.
	if (found.kind !== 'file' || specifier === DRAW_MODULE || !SOURCE_FILE.test(found.path)) return undefined;
	const root = containing.slice(0, -from.path.length);
	return {
		resolvedFileName: root + found.path,
		extension: found.path.endsWith('.ts') ? ts.Extension.Ts : ts.Extension.Json
	};
}
