/** The esbuild plugin that resolves and loads sources from memory. */
import type { OnLoadResult, OnResolveResult, Plugin } from 'esbuild-wasm';
import type { Sources } from '../contract.ts';
import { load } from './loader.ts';
import { resolve, roleOf } from './resolve.ts';

export interface MissingImport {
	specifier: string;
	/** Null for the bundle's first module. */
	importer: string | null;
}

export const ENTRY = 'entry';
export const FILE = 'given';
const CROSSING = 'crossing';

export const ENTRY_POINT = 'braise';
export const FILE_PREFIX = `${FILE}:`;

/** Provides the current sources, so that one esbuild context serves every edit. */
export function sourcesPlugin(current: () => Sources): Plugin {
	return {
		name: 'sources',
		setup(build) {
			build.onResolve({ filter: /.*/ }, ({ path, importer, namespace, kind }): OnResolveResult => {
				if (kind === 'entry-point') return { path: ENTRY_POINT, namespace: ENTRY };
				const sources = current();
				if (namespace !== FILE) {
					if (Object.hasOwn(sources.files, path)) return { path, namespace: FILE };
					return importError(path, null);
				}
				const found = resolve(path, importer, sources);
				if (found.kind === 'missing') return importError(path, importer);
				if (found.kind === 'provided') return { path: found.name, external: true };
				return { path: found.path, namespace: crosses(importer, found.path, sources) ? CROSSING : FILE };
			});
			build.onLoad({ filter: /.*/, namespace: ENTRY }, (): OnLoadResult => {
				return { contents: entryText(current()), loader: 'js' };
			});
			build.onLoad({ filter: /.*/, namespace: CROSSING }, ({ path }): OnLoadResult => {
				return { contents: crossingText(path), loader: 'js' };
			});
			build.onLoad({ filter: /.*/, namespace: FILE }, ({ path }): OnLoadResult => {
				return load(current().files, path);
			});
		}
	};
}

function crosses(importer: string, path: string, sources: Sources): boolean {
	const role = roleOf(importer, sources);
	return (role === 'checks' || role === 'scene') && roleOf(path, sources) === 'program';
}

export function importError(specifier: string, importer: string | null): OnResolveResult {
	const detail: MissingImport = { specifier, importer };
	return { errors: [{ text: `Cannot find "${specifier}"`, detail }] };
}

/**
 * Returns the bundle's first module. Through `require`, esbuild wraps each file and evaluates it on first call, so that the stage
 * and the checks can share one bundle.
 */
function entryText(sources: Sources): string {
	const lines = [`export const program = () => require(${quote(sources.program)});`];
	if (sources.scene !== undefined) lines.push(`export const scene = () => require(${quote(sources.scene)});`);
	const checks = sources.checks.map((path) => `\t${quote(path)}: () => { require(${quote(path)}); }`);
	lines.push(`export const checks = {\n${checks.join(',\n')}\n};`);
	return lines.join('\n');
}

/**
 * Returns a module between an author's file and the student's. A name that the program does not export (yet) is then `undefined` at
 * its use and fails one check; a direct import would fail the whole build.
 */
function crossingText(path: string): string {
	return `module.exports = require(${quote(path)});`;
}

function quote(path: string): string {
	return JSON.stringify(path);
}
