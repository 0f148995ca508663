import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type ts from 'typescript';
import { DRAW_MODULE, VITEST_MODULE } from '#sandbox/compile/modules.ts';
import { resolveImport } from '#sandbox/compile/resolve-import.ts';
import type { TypeCheckLayout } from './type-layout.ts';
import { typescript } from '#lib/server/content/typescript.ts';

const COMPILER_OPTIONS: ts.CompilerOptions = {
	strict: true,
	noEmit: true,
	target: typescript.ScriptTarget.ES2022,
	module: typescript.ModuleKind.ESNext,
	moduleResolution: typescript.ModuleResolutionKind.Bundler,
	allowImportingTsExtensions: true,
	resolveJsonModule: true,
	skipLibCheck: true,
	lib: ['lib.es2022.d.ts'],
	types: []
};

const SOURCE_FILE_PATTERN = /\.(ts|json)$/;

const readRepositoryFile = (path: string) =>
	readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

const BRAISE_DECLARATIONS: Record<string, string> = {
	'/given/program.d.ts': readRepositoryFile('src/lib/editor/declarations/program.en.d.ts.txt'),
	'/given/draw.d.ts': readRepositoryFile('sandbox/run/draw/draw.en.d.ts'),
	'/given/scene.d.ts': readRepositoryFile('sandbox/kit/scene.en.d.ts'),
	'/given/vitest.d.ts': readRepositoryFile('sandbox/check/vitest-module.d.ts')
};

interface TypeFault {
	path: string;
	line: number;
	message: string;
}

export function findTypeFaults(layout: TypeCheckLayout): TypeFault[] {
	const roots = [...Object.keys(BRAISE_DECLARATIONS), ...layout.checkedPaths];
	return findTypeErrors(roots, createLayoutHost(layout)).map(({ file, start: at, messageText }) => ({
		path: file?.fileName ?? '',
		line: file ? file.getLineAndCharacterOfPosition(at ?? 0).line + 1 : 1,
		message: typescript.flattenDiagnosticMessageText(messageText, ' ')
	}));
}

/** The type checker is recursive, so a deeply nested program may overflow its stack. */
function findTypeErrors(
	roots: string[],
	host: ts.CompilerHost
): readonly Pick<ts.Diagnostic, 'file' | 'start' | 'messageText'>[] {
	try {
		return typescript.getPreEmitDiagnostics(typescript.createProgram(roots, COMPILER_OPTIONS, host));
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		const messageText = 'the types cannot be checked: a program is nested too deeply';
		return [{ file: undefined, start: undefined, messageText }];
	}
}

/** Parsed files of TypeScript's library, kept for later passes because they are most of what a pass reads. */
const typescriptLibraryFiles = new Map<string, ts.SourceFile | undefined>();

const TYPESCRIPT_LIBRARY_FOLDER = dirname(typescript.getDefaultLibFilePath(COMPILER_OPTIONS));

/** A program may name any file in a comment, so of the machine's files only TypeScript's library can be read. */
function createLayoutHost(layout: TypeCheckLayout): ts.CompilerHost {
	const compilerHost = typescript.createCompilerHost(COMPILER_OPTIONS);
	const isTypescriptLibraryFile = (path: string) => dirname(path) === TYPESCRIPT_LIBRARY_FOLDER;
	return {
		...compilerHost,
		getCurrentDirectory: () => '/',
		directoryExists: () => false,
		getDirectories: () => [],
		realpath: (path) => path,
		fileExists: (path) =>
			(BRAISE_DECLARATIONS[path] ?? layout.readFile(path)) !== undefined ||
			(isTypescriptLibraryFile(path) && compilerHost.fileExists(path)),
		readFile: (path) =>
			BRAISE_DECLARATIONS[path] ??
			layout.readFile(path) ??
			(isTypescriptLibraryFile(path) ? compilerHost.readFile(path) : undefined),
		getSourceFile(path, target) {
			const layoutText = layout.findFile(path) && layout.readFile(path);
			if (layoutText !== undefined) return typescript.createSourceFile(path, layoutText, target);
			if (BRAISE_DECLARATIONS[path] === undefined && !isTypescriptLibraryFile(path)) return undefined;
			if (!typescriptLibraryFiles.has(path)) {
				const declarationText = BRAISE_DECLARATIONS[path];
				typescriptLibraryFiles.set(
					path,
					declarationText === undefined
						? compilerHost.getSourceFile(path, target)
						: typescript.createSourceFile(path, declarationText, target)
				);
			}
			return typescriptLibraryFiles.get(path);
		},
		resolveModuleNameLiterals: (literals, containingPath) =>
			literals.map(({ text }) => ({ resolvedModule: resolveImportedFile(layout, text, containingPath) }))
	};
}

/** Uses the function of Braise's compiler, so that both allow the same imports. */
function resolveImportedFile(
	layout: TypeCheckLayout,
	specifier: string,
	containingPath: string
): ts.ResolvedModuleFull | undefined {
	const from = layout.findFile(containingPath);
	if (from === undefined) return undefined;
	const resolution = resolveImport(specifier, from.path, from.laidOutProgram.sources);
	if (resolution.kind === 'provided' && resolution.name === VITEST_MODULE) {
		return { resolvedFileName: '/given/vitest.d.ts', extension: typescript.Extension.Dts };
	}
	// `draw` and the kit are declared by module name in their declarations, so no file is needed.
	if (resolution.kind !== 'file' || specifier === DRAW_MODULE || !SOURCE_FILE_PATTERN.test(resolution.path))
		return undefined;
	const programFolder = containingPath.slice(0, -from.path.length);
	return {
		resolvedFileName: programFolder + resolution.path,
		extension: resolution.path.endsWith('.ts') ? typescript.Extension.Ts : typescript.Extension.Json
	};
}
