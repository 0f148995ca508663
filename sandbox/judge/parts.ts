/** The judge's code, bundled once a process: the child's, its workers', and what runs inside the engine. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

export interface Parts {
	child: string;
	worker: string;
	halves: { checks: string; program: string };
	/** What drives an author's scene, evaluated beside it. */
	scene: string;
	/** Where the engine's WebAssembly is. */
	wasm: string;
}

let made: Promise<Parts> | undefined;

export function parts(): Promise<Parts> {
	return (made ??= make().catch((error: unknown) => {
		// Tried again when it is next needed.
		made = undefined;
		throw error;
	}));
}

async function make(): Promise<Parts> {
	const [child, worker, checks, program, scene] = await Promise.all([
		bundle('child/entry.ts', NODE),
		bundle('worker/entry.ts', NODE),
		bundle('half/checks.ts', ENGINE),
		bundle('half/program.ts', ENGINE),
		bundle('scene/driver.ts', { ...ENGINE, format: 'cjs' })
	]);
	const from = createRequire(join(folder(), 'parts.ts'));
	return {
		child,
		worker,
		halves: { checks, program },
		scene,
		wasm: from.resolve('@jitl/quickjs-wasmfile-release-sync/wasm')
	};
}

const NODE: BuildOptions = {
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	define: { 'import.meta.url': '"file:///"' }
};
const ENGINE: BuildOptions = { platform: 'neutral', format: 'iife', target: 'es2023', banner: { js: '"use strict";' } };

async function bundle(path: string, options: BuildOptions): Promise<string> {
	const entry = join(folder(), path);
	const result = await build({
		...options,
		entryPoints: [entry],
		bundle: true,
		write: false,
		minify: true,
		keepNames: false,
		// Nothing of what the app's own compiler is told.
		tsconfigRaw: {}
	});
	const [file] = result.outputFiles ?? [];
	if (file === undefined) throw new Error(`nothing came of ${path}`);
	return file.text;
}

/** Beside this file; a server that was built runs from elsewhere, in the repository's folder. */
function folder(): string {
	const here = dirname(fileURLToPath(import.meta.url));
	return existsSync(join(here, 'half')) ? here : join(process.cwd(), 'sandbox', 'judge');
}
