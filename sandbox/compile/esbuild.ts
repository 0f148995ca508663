import type { BuildFailure, BuildOptions, BuildResult, TransformOptions, TransformResult } from 'esbuild-wasm';

export type EsbuildOptions = Omit<BuildOptions, 'write'> & { write: false };

export interface Esbuild {
	readonly version: string;
	build(options: EsbuildOptions): Promise<BuildResult<EsbuildOptions>>;
	transform(text: string, options: TransformOptions): Promise<TransformResult>;
}

const SHARED_ESBUILD_OPTIONS = {
	platform: 'neutral',
	target: 'es2022',
	ignoreAnnotations: true,
	charset: 'utf8',
	legalComments: 'none',
	logLevel: 'silent',
	tsconfigRaw: { compilerOptions: { target: 'es2022', useDefineForClassFields: true } }
} satisfies TransformOptions;

export const ESBUILD_BUILD_OPTIONS: EsbuildOptions = { ...SHARED_ESBUILD_OPTIONS, bundle: true, write: false };

/** In a bundle `import()` has nothing to fetch, and files written for Jest need Node's name `global`. */
export const ESBUILD_FILE_OPTIONS = {
	format: 'cjs',
	supported: { 'dynamic-import': false },
	define: { global: 'globalThis' },
	sourcemap: 'external',
	sourcesContent: false
} satisfies TransformOptions;

export const ESBUILD_TRANSFORM_OPTIONS: TransformOptions = { ...SHARED_ESBUILD_OPTIONS, ...ESBUILD_FILE_OPTIONS };

export function isBuildFailure(error: unknown): error is BuildFailure {
	return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
