/**
 * The author's scene, compiled by itself once. An edit changes the student's program and leaves the scene as it is, yet each file
 * and each import of it would pass between esbuild and its plugin again: twenty files, a hundred imports.
 */
import type { Sources } from '../index.ts';
import { resolve, roleOf } from './resolve.ts';
import { loaderOf } from './loader.ts';
import type { Esbuild, Options } from './engine.ts';

/** Where the program cannot see it. In JavaScript, so that nothing of it can be read as a type. */
export const PREPARED = 'scene/prepared.js';

const NAMESPACE = 'scene';

/** Challenges may be packed side by side. */
const MOST_KEPT = 4;

export class Scenes {
	readonly #esbuild: Esbuild;
	readonly #known = new Map<string, Promise<string | undefined>>();

	constructor(esbuild: Esbuild) {
		this.#esbuild = esbuild;
	}

	/** The same sources with one file in place of the scene's; `undefined` when it does not compile by itself. */
	async prepare(sources: Sources): Promise<Sources | undefined> {
		if (sources.scene === undefined) return undefined;
		const { own, others } = parted(sources);
		// What an import means depends on which files there are.
		const key = JSON.stringify([sources.scene, own, Object.keys(others)]);
		const text = await this.#textOf(key, sources);
		return text === undefined ? undefined : { ...sources, scene: PREPARED, files: { ...others, [PREPARED]: text } };
	}

	#textOf(key: string, sources: Sources): Promise<string | undefined> {
		const known = this.#known.get(key);
		if (known !== undefined) return known;
		const text = compiled(this.#esbuild, sources);
		this.#known.set(key, text);
		const [oldest] = this.#known.keys();
		if (oldest !== undefined && this.#known.size > MOST_KEPT) this.#known.delete(oldest);
		return text;
	}
}

function parted(sources: Sources): { own: Sources['files']; others: Sources['files'] } {
	const isOwn = ([path]: [string, string]) => roleOf(path, sources) === 'scene';
	const files = Object.entries(sources.files);
	return {
		own: Object.fromEntries(files.filter(isOwn)),
		others: Object.fromEntries(files.filter((file) => !isOwn(file)))
	};
}

async function compiled(esbuild: Esbuild, sources: Sources): Promise<string | undefined> {
	const context = await esbuild.context({ ...optionsFor(sources), write: false });
	try {
		const [output] = (await context.rebuild()).outputFiles;
		// A `require` would be one that only the whole bundle can answer.
		return output === undefined || /\brequire\b/.test(output.text) ? undefined : output.text;
	} catch {
		// Compiled as a whole, it gives the diagnostics that its author needs.
		return undefined;
	} finally {
		await context.dispose();
	}
}

function optionsFor(sources: Sources): Omit<Options, 'write'> {
	const scene = sources.scene ?? '';
	return {
		entryPoints: [scene],
		outfile: 'scene.js',
		bundle: true,
		format: 'esm',
		platform: 'neutral',
		target: 'es2022',
		ignoreAnnotations: true,
		charset: 'utf8',
		legalComments: 'none',
		logLevel: 'silent',
		tsconfigRaw: { compilerOptions: { target: 'es2022', useDefineForClassFields: true } },
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
