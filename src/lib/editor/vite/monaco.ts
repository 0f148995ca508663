/** Makes Monaco smaller, and mends one fault of it. Belongs in `plugins` and in `worker.plugins`: the TypeScript worker has the library. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const LIBRARY = '\0braise:typescript-library';
/** The version that Monaco bundles. */
const TYPESCRIPT = join(dirname(createRequire(import.meta.url).resolve('typescript-localized/package.json')), 'lib');
const TARGET = 'es2022';

/** TypeScript's declarations of the language, without those of a page: a program runs in a worker, and the judge has no page at all. */
function library(target: string): Record<string, string> {
	const files: Record<string, string> = { [`lib.${target}.full.d.ts`]: `/// <reference lib="${target}" />` };
	const waiting = [target];
	for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
		const file = `lib.${name}.d.ts`;
		if (file in files) continue;
		const text = readFileSync(join(TYPESCRIPT, file), 'utf8').replace(/^\/\*![\s\S]*?\*\/\s*/, '');
		files[file] = text;
		for (const [, reference] of text.matchAll(/<reference lib="([^"]+)"/g)) if (reference) waiting.push(reference);
	}
	return files;
}

const JUST_SET = 'if (delta2 < 100) {';

/**
 * What Monaco selects for screen readers, the browser tells it again. Told later than 100 ms, as on a slow machine, or a second time, it
 * was taken for a screen reader's own move; and as of more than 1000 letters only both ends are there, the editor's selection became
 * shorter: what was typed or pasted over everything left the program's end behind. Like Monaco's own way for a textarea: the same is no news.
 */
function onlyNews(code: string): string {
	if (!code.includes(JUST_SET))
		throw new Error('Monaco has changed: is what is selected told twice, or late, still taken for new?');
	const [from, to] = ['min', 'max'].map((end) => `Math.${end}(this._state.selectionStart, this._state.selectionEnd)`);
	return code.replace(JUST_SET, `if (delta2 < 100 || (range.startOffset === ${from} && range.endOffset === ${to})) {`);
}

export function monaco(): Plugin {
	return {
		name: 'braise:monaco',
		enforce: 'pre',
		// Prebundled, Monaco would not pass through this plugin.
		config: () => ({ optimizeDeps: { exclude: ['monaco-editor'] } }),
		resolveId(source, importer) {
			const inMonaco = importer?.includes('monaco-editor/') ?? false;
			return inMonaco && source === './lib/lib.js' ? LIBRARY : null;
		},
		load(id) {
			return id === LIBRARY ? `export const libFileMap = ${JSON.stringify(library(TARGET))};` : null;
		},
		transform(code, id) {
			const file = id.split('?')[0] ?? '';
			// Imported only for their effects: every feature of the editor. monaco/features.ts names those we want.
			if (file.endsWith('/vs/internal/common/workers.js'))
				return { code: code.replace(/^import '[^']+';$/gm, ''), map: null };
			// Its own TypeScript worker, of 4 MB, beside the one of workers.ts that is used.
			if (file.endsWith('/features/typescript/workerManager.js')) {
				return { code: code.replace(/^\s*createWorker: .*$/m, ''), map: null };
			}
			if (file.endsWith('/editContext/native/screenReaderContentSimple.js')) return { code: onlyNews(code), map: null };
			return null;
		}
	};
}
