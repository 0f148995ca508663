/**
 * The type check of challenges. In a folder, checks import `./main.ts` and mutants `./given.ts` although these stand elsewhere:
 * a version is packed as if all stood in one place. `rootDirs` says that to TypeScript, once for each set of files that is packed together.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { createDraw } from '../sandbox/run/draw/index.ts';

/** A file that is not there: the drawing module as scenes import it, name by name. Its types are those of the real one. */
const DRAW = join(process.cwd(), 'sandbox', 'run', 'draw', 'as-imported.ts');
const draw = [
	"import type { DrawModule } from './index.ts';",
	...Object.keys(createDraw().module).map((name) => `export declare const ${name}: DrawModule['${name}'];`)
].join('\n');

const options = (rootDirs: string[]): ts.CompilerOptions => ({
	strict: true,
	noEmit: true,
	target: ts.ScriptTarget.ES2022,
	module: ts.ModuleKind.ESNext,
	moduleResolution: ts.ModuleResolutionKind.Bundler,
	allowImportingTsExtensions: true,
	skipLibCheck: true,
	lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
	types: [],
	paths: { 'braise/draw': [DRAW] },
	rootDirs: rootDirs.map((folder) => resolve(folder))
});

const folders = (path: string) =>
	existsSync(path)
		? readdirSync(path, { withFileTypes: true })
				.filter((entry) => entry.isDirectory())
				.map(({ name }) => join(path, name))
		: [];

const sources = (path: string): string[] =>
	existsSync(path) ? ts.sys.readDirectory(path, ['.ts'], undefined, undefined) : [];

/** Each program a challenge knows, with all around it: the starts, the solution and the mutants. */
function variants(challenge: string): string[][] {
	const starts = folders(join(challenge, 'start'));
	const start = starts[0] ?? join(challenge, 'start');
	const programs = [
		...starts.map((folder) => [folder]),
		...starts.flatMap((folder) => folders(folder).map((step) => [step, folder])),
		...[join(challenge, 'private', 'solution'), ...folders(join(challenge, 'private', 'mutants'))].map((folder) => [
			folder,
			start
		])
	];
	return programs.map((places) => [
		...places,
		challenge,
		join(challenge, 'checks'),
		join(challenge, 'private', 'checks')
	]);
}

/** The library is the most of what is read, and the same each time. */
const parsed = new Map<string, ts.SourceFile>();

function host(options: ts.CompilerOptions): ts.CompilerHost {
	const real = ts.createCompilerHost(options);
	return {
		...real,
		fileExists: (path) => path === DRAW || real.fileExists(path),
		readFile: (path) => (path === DRAW ? draw : real.readFile(path)),
		getSourceFile(path, target, ...rest) {
			const file =
				parsed.get(path) ??
				(path === DRAW ? ts.createSourceFile(path, draw, target) : real.getSourceFile(path, target, ...rest));
			if (file) parsed.set(path, file);
			return file;
		}
	};
}

let errors = 0;
for (const challenge of folders('challenges')) {
	const seen = new Set<string>();
	for (const rootDirs of variants(challenge)) {
		const [program = challenge] = rootDirs;
		const around = ['scene', 'data', 'checks', join('private', 'checks')].flatMap((name) =>
			sources(join(challenge, name))
		);
		const main = join(program, 'main.ts');
		const files = [main, join(challenge, 'scene.ts'), ...around].filter((file) => existsSync(file));
		const settings = options(rootDirs);
		const built = ts.createProgram(files, settings, host(settings));
		for (const diagnostic of ts.getPreEmitDiagnostics(built)) {
			const text = ts.formatDiagnostic(diagnostic, {
				getCurrentDirectory: () => process.cwd(),
				getCanonicalFileName: (name) => name,
				getNewLine: () => '\n'
			});
			if (seen.has(text)) continue;
			seen.add(text);
			errors += 1;
			process.stdout.write(text);
		}
	}
}
if (errors > 0) process.exitCode = 1;
