/** Compiles the author's scene once, because edits change only the student's program. */
import type { Sources } from '../contract.ts';
import { COMMON_OPTIONS, type Esbuild, type Options } from './esbuild.ts';
import { resolve, roleOf } from './resolve.ts';
import { loaderOf } from './loader.ts';

/** Path that the program cannot import. JavaScript, so that its text is never parsed as types. */
export const PREPARED = 'scene/prepared.js';

const NAMESPACE = 'scene';

/** Several challenges may be packed concurrently. */
const MOST_KEPT = 4;

export class Scenes {
	readonly #esbuild: Esbuild;
	readonly #known = new Map<string, Promise<string | undefined>>();

	constructor(esbuild: Esbuild) {
		this.#esbuild = esbuild;
	}

	/**
	 * Returns the sources with the scene as one file, or undefined when the scene does not compile on its own. Saves passing dozens
	 * of files and imports between esbuild and its plugin at each edit.
	 */
	async prepare(sources: Sources): Promise<Sources | undefined> {
		if (sources.scene === undefined) return undefined;
		const { own, others } = separateScene(sources);
		// The existing files determine what an import resolves to.
		const key = JSON.stringify([sources.scene, own, Object.keys(others)]);
		const text = await this.#textOf(key, sources);
		return text === undefined ? undefined : { ...sources, scene: PREPARED, files: { ...others, [PREPARED]: text } };
	}

	#textOf(key: string, sources: Sources): Promise<string | undefined> {
		const known = this.#known.get(key);
		if (known !== undefined) return known;
		const text = compileScene(this.#esbuild, sources);
		this.#known.set(key, text);
		const [oldest] = this.#known.keys();
		if (oldest !== undefined && this.#known.size > MOST_KEPT) this.#known.delete(oldest);
		return text;
	}
}

function separateScene(sources: Sources): { own: Sources['files']; others: Sources['files'] } {
	const isOwn = ([path]: [string, string]) => roleOf(path, sources) === 'scene';
	const files = Object.entries(sources.files);
	return {
		own: Object.fromEntries(files.filter(isOwn)),
		others: Object.fromEntries(files.filter((file) => !isOwn(file)))
	};
}

async function compileScene(esbuild: Esbuild, sources: Sources): Promise<string | undefined> {
	const context = await esbuild.context(optionsFor(sources));
	try {
		const [output] = (await context.rebuild()).outputFiles;
		// Only the whole bundle can answer a `require`.
		return output === undefined || /\brequire\b/.test(output.text) ? undefined : output.text;
	} catch {
		// Compiling everything together gives the author the diagnostics.
		return undefined;
	} finally {
		await context.dispose();
	}
}

function optionsFor(sources: Sources): Options {
	const scene = sources.scene ?? '';
	return {
		...COMMON_OPTIONS,
		entryPoints: [scene],
		outfile: 'scene.js',
		format: 'esm',
		plugins: [
			{
				name: 'scene',
				setup(build) {
					build.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
						if (kind === 'entry-point') return { path, namespace: NAMESPACE };
						const found = resolve(path, importer, sources);
						if (found.kind === 'missing') return { errors: [{ text: path }] };
						if (found.kind === 'provided') return { path: found.name, external: true };
						if (roleOf(found.path, sources) === 'scene') return { path: found.path, namespace: NAMESPACE };
						return { path: `../${found.path}`, external: true };
					});
					build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => {
						return { contents: sources.files[path] ?? '', loader: loaderOf(path) };
					});
				}
			}
		]
	};
}
