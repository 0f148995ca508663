/** Bundles a part of the sandbox into one script, when the server is built or started. Never what a person wrote. */
import { rolldown, type TransformOptions } from 'rolldown';

export interface BundleOptions {
	platform: 'node' | 'neutral' | 'browser';
	format: 'cjs' | 'iife';
	target: string | string[];
	/** By name, as JavaScript. */
	define?: Record<string, string>;
	/** Stands before everything else. */
	banner?: string;
}

export interface Bundled {
	code: string;
	/** The files that it is made of. */
	inputs: string[];
}

export async function bundle(entry: string, options: BundleOptions): Promise<Bundled> {
	const { platform, format, target, define = {}, banner = '' } = options;
	const transform: TransformOptions = { target, define };
	// Nothing of what the app's own compiler is told.
	const made = await rolldown({ input: entry, platform, transform, tsconfig: false });
	try {
		const { output } = await made.generate({ format, banner, minify: true, codeSplitting: false, comments: false });
		const [code] = output;
		const inputs = code.moduleIds.filter((id) => !id.startsWith('\0'));
		return { code: code.code, inputs };
	} finally {
		await made.close();
	}
}
