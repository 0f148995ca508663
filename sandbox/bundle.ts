/** Bundles one of the sandbox's own entry points into a script, when the server is built or started. */
import { rolldown, type TransformOptions } from 'rolldown';

export interface BundleOptions {
	platform: 'node' | 'neutral' | 'browser';
	format: 'cjs' | 'iife';
	/** The language version, Node or browsers that the script must run in. */
	target: string | string[];
	define?: Record<string, string>;
	banner?: string;
}

export interface BundledScript {
	code: string;
	inputPaths: string[];
}

/** Bundles the file at `entry`. Only for Braise's own files, never for files of a student or author. */
export async function bundleScript(entry: string, options: BundleOptions): Promise<BundledScript> {
	const { platform, format, target, define = {}, banner = '' } = options;
	const transform: TransformOptions = { target, define };
	// The app's tsconfig must not affect these bundles.
	const made = await rolldown({ input: entry, platform, transform, tsconfig: false });
	try {
		const { output } = await made.generate({ format, banner, minify: true, codeSplitting: false, comments: false });
		const [code] = output;
		const inputPaths = code.moduleIds.filter((id) => !id.startsWith('\0'));
		return { code: code.code, inputPaths };
	} finally {
		await made.close();
	}
}
