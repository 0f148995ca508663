import type { Plugin } from 'esbuild';
import * as esbuild from 'esbuild';
import type { Sources } from '../../contract.ts';
import { toDiagnostics } from '../diagnose.ts';
import type { CompileResult } from '../engine.ts';
import { ESBUILD_BUILD_OPTIONS, isBuildFailure } from '../esbuild.ts';
import { missingImportError } from '../link/build-files.ts';
import { importTargetOf } from '../link/link.ts';
import { readForEsbuild } from '../loader.ts';

const FILE_NAMESPACE = 'given';
const removeNamespacePrefix = (text: string): string => text.replaceAll(`${FILE_NAMESPACE}:`, '');

export async function bundleWithEsbuild(sources: Sources): Promise<CompileResult> {
	try {
		const { outputFiles } = await esbuild.build({
			...ESBUILD_BUILD_OPTIONS,
			write: false,
			entryPoints: ['entry'],
			outfile: 'bundle.js',
			format: 'cjs',
			supported: { 'dynamic-import': false },
			define: { global: 'globalThis' },
			sourcemap: 'external',
			plugins: [createSourcesPlugin(sources)]
		});
		const [map, code] = outputFiles;
		if (map === undefined || code === undefined) throw new Error('esbuild gave no bundle');
		return { kind: 'bundle', bundle: { code: code.text, map: removeNamespacePrefix(map.text) }, duration: 0 };
	} catch (error) {
		if (!isBuildFailure(error)) throw error;
		const messages = error.errors.map(({ location, text, ...rest }) => {
			const place =
				location?.file.startsWith(`${FILE_NAMESPACE}:`) === true
					? { ...location, file: removeNamespacePrefix(location.file) }
					: null;
			return { ...rest, text: removeNamespacePrefix(text), location: place };
		});
		return { kind: 'diagnostics', diagnostics: toDiagnostics(messages, sources) };
	}
}

function createSourcesPlugin(sources: Sources): Plugin {
	return {
		name: 'bundler',
		setup(build) {
			build.onResolve({ filter: /.*/ }, ({ path, importer, namespace, kind }) => {
				if (kind === 'entry-point') return { path, namespace: 'entry' };
				if (namespace !== FILE_NAMESPACE) {
					return Object.hasOwn(sources.files, path)
						? { path, namespace: FILE_NAMESPACE }
						: missingImportError(path, null);
				}
				const target = importTargetOf(path, importer, { name: 'whole', sources, importedPaths: [] });
				if (target.kind === 'missing') return missingImportError(path, importer);
				if (target.kind === 'outside') return { path: target.name, external: true };
				return { path: target.path, namespace: target.isAcrossParts ? 'crossing' : FILE_NAMESPACE };
			});
			build.onLoad({ filter: /.*/, namespace: 'entry' }, () => ({ contents: writeEntryCode(sources), loader: 'js' }));
			build.onLoad({ filter: /.*/, namespace: 'crossing' }, ({ path }) => {
				return { contents: `module.exports = require(${JSON.stringify(path)});`, loader: 'js' };
			});
			build.onLoad({ filter: /.*/, namespace: FILE_NAMESPACE }, ({ path }) => readForEsbuild(sources.files, path));
		}
	};
}

function writeEntryCode({ program, scene, checks }: Sources): string {
	const writeRequireCall = (path: string) => `require(${JSON.stringify(path)})`;
	const lines = [`export const program = () => ${writeRequireCall(program)};`];
	if (scene !== undefined) lines.push(`export const scene = () => ${writeRequireCall(scene)};`);
	lines.push(
		`export const checks = { ${checks.map((path) => `${JSON.stringify(path)}: () => { ${writeRequireCall(path)}; }`).join()} };`
	);
	return lines.join('\n');
}
