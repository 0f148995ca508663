/** A Vite plugin, for `plugins` and `worker.plugins`, that omits parts of Monaco and fixes a fault in its selections. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const LANGUAGE_DECLARATIONS_MODULE = '\0braise:typescript-library';
const TYPESCRIPT_FOLDER = join(
	dirname(createRequire(import.meta.url).resolve('typescript-localized/package.json')),
	'lib'
);
const DECLARATIONS_ECMASCRIPT_VERSION = 'es2022';

/** Loads the declarations of the language without those of the DOM, which programs do not have in a worker and in the judge. */
function loadLanguageDeclarations(target: string): Record<string, string> {
	const files: Record<string, string> = { [`lib.${target}.full.d.ts`]: `/// <reference lib="${target}" />` };
	const waitingNames = [target];
	for (let name = waitingNames.pop(); name !== undefined; name = waitingNames.pop()) {
		const file = `lib.${name}.d.ts`;
		if (file in files) continue;
		const text = readFileSync(join(TYPESCRIPT_FOLDER, file), 'utf8').replace(/^\/\*![\s\S]*?\*\/\s*/, '');
		files[file] = text;
		for (const [, reference] of text.matchAll(/<reference lib="([^"]+)"/g)) if (reference) waitingNames.push(reference);
	}
	return files;
}

const MONACO_SELECTION_ECHO_CODE = 'if (delta2 < 100) {';

/**
 * Fixes a fault of Monaco that lost part of a selection. The browser reports back the selections that Monaco makes for screen readers.
 * Monaco took a report after 100 ms, or a second one, for a move of the screen reader and, in texts over 1000 characters, shortened the
 * selection; typing or pasting over everything then left the program's end behind. Reports of the same selection are now ignored, as in
 * Monaco's textarea mode.
 */
function ignoreSelectionEchoes(code: string): string {
	if (!code.includes(MONACO_SELECTION_ECHO_CODE))
		throw new Error('Monaco has changed: does it still take a late or repeated selection echo for a new selection?');
	const [from, to] = ['min', 'max'].map((end) => `Math.${end}(this._state.selectionStart, this._state.selectionEnd)`);
	return code.replace(
		MONACO_SELECTION_ECHO_CODE,
		`if (delta2 < 100 || (range.startOffset === ${from} && range.endOffset === ${to})) {`
	);
}

export function monacoPlugin(): Plugin {
	return {
		name: 'braise:monaco',
		enforce: 'pre',
		// Vite must not bundle Monaco beforehand, because that would bypass this plugin.
		config: () => ({ optimizeDeps: { exclude: ['monaco-editor'] } }),
		resolveId(source, importer) {
			const isImportedByMonaco = importer?.includes('monaco-editor/') ?? false;
			return isImportedByMonaco && source === './lib/lib.js' ? LANGUAGE_DECLARATIONS_MODULE : null;
		},
		load(id) {
			return id === LANGUAGE_DECLARATIONS_MODULE
				? `export const libFileMap = ${JSON.stringify(loadLanguageDeclarations(DECLARATIONS_ECMASCRIPT_VERSION))};`
				: null;
		},
		transform(code, id) {
			const file = id.split('?')[0] ?? '';
			// These imports would load every feature of the editor; monaco/features.ts imports the wanted ones.
			if (file.endsWith('/vs/internal/common/workers.js'))
				return { code: code.replace(/^import '[^']+';$/gm, ''), map: null };
			// Leave out Monaco's own TypeScript worker of 4 MB, since workers.ts provides another.
			if (file.endsWith('/features/typescript/workerManager.js')) {
				return { code: code.replace(/^\s*createWorker: .*$/m, ''), map: null };
			}
			if (file.endsWith('/editContext/native/screenReaderContentSimple.js'))
				return { code: ignoreSelectionEchoes(code), map: null };
			return null;
		}
	};
}
