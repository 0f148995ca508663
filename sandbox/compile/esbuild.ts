/** The part of esbuild that compiling uses, with the options of every build. */
import type { BuildFailure, BuildOptions, BuildResult } from 'esbuild-wasm';

export type EsbuildOptions = Omit<BuildOptions, 'write'> & { write: false };

export interface Esbuild {
	build(options: EsbuildOptions): Promise<BuildResult<EsbuildOptions>>;
}

export const COMMON_OPTIONS: EsbuildOptions = {
	bundle: true,
	write: false,
	platform: 'neutral',
	target: 'es2022',
	ignoreAnnotations: true,
	charset: 'utf8',
	legalComments: 'none',
	logLevel: 'silent',
	tsconfigRaw: { compilerOptions: { target: 'es2022', useDefineForClassFields: true } }
};

export function isBuildFailure(error: unknown): error is BuildFailure {
	return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
