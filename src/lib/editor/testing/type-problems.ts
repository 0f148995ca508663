import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript-localized';
import type { Language } from '../contract.ts';
import { TYPESCRIPT_OPTIONS, isImplicitAnyError } from '../file-problems.ts';
import { declareGlobalNames } from '../declarations/program-declarations.ts';

const readTextFile = (...path: string[]) => readFileSync(join(...path), 'utf8');

function sketchDeclarations(language: Language): Record<string, string> {
	const drawDeclarations = readTextFile('sandbox', 'run', 'draw', `draw.${language}.d.ts`);
	return {
		'/draw-names.d.ts': declareGlobalNames(drawDeclarations),
		'/braise-draw.d.ts': drawDeclarations,
		'/braise-scene.d.ts': readTextFile('sandbox', 'kit', `scene.${language}.d.ts`),
		'/program.d.ts': readTextFile('src', 'lib', 'editor', 'declarations', `program.${language}.d.ts.txt`)
	};
}

export function findTypeProblems(
	programs: Record<string, string>,
	kind: 'sketch' | 'page',
	language: Language
): string[] {
	const programPaths = Object.keys(programs).map((name) => `/${name}.ts`);
	const declarations = kind === 'sketch' ? sketchDeclarations(language) : {};
	const files: Record<string, string> = {
		...declarations,
		...Object.fromEntries(Object.entries(programs).map(([name, text]) => [`/${name}.ts`, text]))
	};
	const lib = ['lib.es2022.d.ts', ...(kind === 'page' ? ['lib.dom.d.ts', 'lib.dom.iterable.d.ts'] : [])];
	const options = { ...TYPESCRIPT_OPTIONS, lib, types: [] };
	const host = ts.createCompilerHost(options);
	const program = ts.createProgram(Object.keys(files), options, {
		...host,
		getCurrentDirectory: () => '/',
		fileExists: (path) => path in files || host.fileExists(path),
		readFile: (path) => files[path] ?? host.readFile(path),
		getSourceFile: (path, languageVersion, ...rest) => {
			const text = files[path];
			return text === undefined
				? host.getSourceFile(path, languageVersion, ...rest)
				: ts.createSourceFile(path, text, languageVersion);
		}
	});
	return programPaths.flatMap((name) => {
		const file = program.getSourceFile(name);
		return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
			.filter(({ code }) => !isImplicitAnyError(code))
			.map(({ messageText, start = 0 }) => {
				const line = (files[name] ?? '').slice(0, start).split('\n').length;
				return `${name}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
			});
	});
}
