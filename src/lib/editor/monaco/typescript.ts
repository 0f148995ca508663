/** Configures TypeScript for students' files: docs/decisions/012-typescript-for-beginners.md. */
import { type Uri, type editor, languages, Range, type IDisposable } from 'monaco-editor/editor';
import {
	getTypeScriptWorker,
	typescriptDefaults,
	type TypeScriptWorker
} from 'monaco-editor/languages/features/typescript/register';
import { mapExportsToModules, type ModuleByExport, type ProgramKind } from '#lib/explanations/index.ts';
import { TYPESCRIPT_OPTIONS } from '../file-problems.ts';
import { programKindOf } from '../declarations/program-declarations.ts';
import { callWhenIdle } from '../typing-pause.ts';
import { suggestImports } from '../import-suggestions.ts';

export function registerImportSuggestions(): IDisposable {
	return languages.registerCompletionItemProvider('typescript', {
		provideCompletionItems(model, position) {
			const { startColumn, endColumn } = model.getWordUntilPosition(position);
			const { lineNumber } = position;
			const rangeOfOffsets = (start: number, end: number) =>
				Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
			const found = suggestImports(model.getValue(), model.getOffsetAt(position), getDeclaredModules());
			return {
				suggestions: found.map(({ name, module, change: { start, end, text } }) => ({
					label: { label: name, description: module },
					kind: languages.CompletionItemKind.Function,
					insertText: name,
					range: new Range(lineNumber, startColumn, lineNumber, endColumn),
					additionalTextEdits: [{ range: rangeOfOffsets(start, end), text }]
				}))
			};
		}
	});
}

/** Milliseconds after which TypeScript starts even if nobody has clicked into the code. The scene plays by then. */
const LONGEST_START_WAIT_MS = 5000;

export function callOnCodeFocusOrIdle(view: editor.ICodeEditor, callback: () => void): { dispose(): void } {
	const cancellations: (() => void)[] = [];
	const cancelAll = () => {
		for (const cancelOne of cancellations.splice(0)) cancelOne();
	};
	const cancelAndCallBack = () => {
		cancelAll();
		callback();
	};
	const timer = setTimeout(() => cancellations.push(callWhenIdle(cancelAndCallBack)), LONGEST_START_WAIT_MS);
	const focus = view.onDidFocusEditorText(cancelAndCallBack);
	cancellations.push(
		() => clearTimeout(timer),
		() => focus.dispose()
	);
	if (view.hasTextFocus()) cancelAndCallBack();
	return { dispose: cancelAll };
}

/** Message that Monaco throws until its TypeScript part has loaded; there is no event for that. */
const TYPESCRIPT_NOT_LOADED_MESSAGE = 'TypeScript not registered!';

export async function waitForTypeScriptWorker(uris: Uri[]): Promise<TypeScriptWorker> {
	for (;;) {
		try {
			return await (
				await getTypeScriptWorker()
			)(...uris);
		} catch (error) {
			if (error !== TYPESCRIPT_NOT_LOADED_MESSAGE) throw error;
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	}
}

export function configureTypeScript(): void {
	typescriptDefaults.setCompilerOptions(TYPESCRIPT_OPTIONS);
	typescriptDefaults.setEagerModelSync(true);
	typescriptDefaults.setModeConfiguration({
		completionItems: true,
		hovers: true,
		signatureHelp: true,
		definitions: true,
		documentHighlights: true,
		rename: true,
		documentRangeFormattingEdits: true,
		// Off, because monaco/problems.ts shows problems at moments that do not interrupt typing.
		diagnostics: false,
		onTypeFormattingEdits: false,
		documentSymbols: false,
		references: false,
		codeActions: false,
		inlayHints: false
	});
}

/** Ends the worker; the next request to TypeScript starts a new one. */
export function restartTypeScriptWorker(): void {
	typescriptDefaults.setWorkerOptions({});
}

/**
 * Returns the address of a declaration file. `path` is a module (`braise/draw`), a file beside the student's (`./data/tickets.ts`), or a
 * file of global names (`anything.d.ts`).
 */
function declarationFileUri(path: string, text: string): string {
	if (/^declare module\s+['"]/m.test(text)) return `file:///declarations/${path.replace(/\W/g, '-')}.d.ts`;
	if (/\.ts$/.test(path)) return `file:///${path.replace(/^\.\//, '')}`;
	return path.startsWith('./') ? `file:///${path.slice(2)}.d.ts` : `file:///node_modules/${path}.d.ts`;
}

let moduleByExport: ModuleByExport = {};

export const getDeclaredModules = (): ModuleByExport => moduleByExport;

let programKind: ProgramKind = 'challenge';

export const getDeclaredProgramKind = (): ProgramKind => programKind;

/**
 * Codes of errors about the arguments and results of p5's functions. The declarations of p5 are made from its reference and have gaps, so
 * that a right sketch would be called wrong.
 */
const P5_DECLARATION_GAP_CODES: ReadonlySet<number> = new Set([
	2322, 2339, 2345, 2349, 2351, 2551, 2554, 2555, 2740, 2741, 2769
]);
let uncertainErrorCodes: ReadonlySet<number> = new Set();

export const isUncertainError = (code: number): boolean => uncertainErrorCodes.has(code);

let declarationCount = 0;

/** Returns how often the declarations have been set, to tell whether an answer of TypeScript is about the present ones. */
export const getDeclarationCount = (): number => declarationCount;

export function declareModules(texts: Record<string, string>): void {
	declarationCount++;
	programKind = programKindOf(texts);
	// A sketch uses the drawing functions without importing them, so suggest no imports of them.
	const { 'braise/draw': _, ...otherTexts } = texts;
	moduleByExport = mapExportsToModules(programKind === 'sketch' ? otherTexts : texts);
	uncertainErrorCodes = programKind === 'p5' ? P5_DECLARATION_GAP_CODES : new Set();
	typescriptDefaults.setExtraLibs(
		Object.entries(texts).map(([path, content]) => ({ filePath: declarationFileUri(path, content), content }))
	);
}
