import type { Plugin, TransformOptions } from 'rolldown';
import { runCached } from './result-cache.ts';

export interface ScriptBundleOptions {
	platform: 'node' | 'neutral' | 'browser';
	format: 'cjs' | 'iife' | 'esm';
	target: string | string[];
	define?: Record<string, string>;
	banner?: string;
	/** Modules that the script imports when it runs. */
	external?: string[];
	/** Exports to keep; all by default. Unused code is left out, so loading an imported file must have no side effect. */
	exports?: readonly string[];
}

export interface BundledScript {
	code: string;
	inputPaths: string[];
}

/** Only for Braise's own files, never for files of a student or author. */
export function bundleScript(entryPath: string, options: ScriptBundleOptions): Promise<BundledScript> {
	return runCached('bundle', [entryPath, options], () => bundleScriptUncached(entryPath, options));
}

async function bundleScriptUncached(entryPath: string, options: ScriptBundleOptions): Promise<BundledScript> {
	const { platform, format, target, define = {}, banner = '', external = [], exports } = options;
	const transform: TransformOptions = { target, define };
	const plugins = exports === undefined ? [] : [createChosenExportsPlugin(exports, entryPath)];
	const input = exports === undefined ? entryPath : CHOSEN_EXPORTS_MODULE;
	// The app's tsconfig must not affect these bundles.
	const treeshake = exports === undefined || { moduleSideEffects: false };
	const { rolldown } = await import('rolldown');
	const build = await rolldown({ input, platform, transform, external, plugins, treeshake, tsconfig: false });
	try {
		const { output } = await build.generate({ format, banner, minify: true, codeSplitting: false, comments: false });
		const [code] = output;
		const inputPaths = code.moduleIds.filter((id) => !id.startsWith('\0'));
		return { code: code.code, inputPaths };
	} finally {
		await build.close();
	}
}

const CHOSEN_EXPORTS_MODULE = '\0chosen-exports';

function createChosenExportsPlugin(exportNames: readonly string[], filePath: string): Plugin {
	return {
		name: 'chosen-exports',
		resolveId: (id) => (id === CHOSEN_EXPORTS_MODULE ? id : undefined),
		load: (id) =>
			id === CHOSEN_EXPORTS_MODULE
				? `export { ${exportNames.join(', ')} } from ${JSON.stringify(filePath)};`
				: undefined
	};
}
