/** Adds names that can be imported to the editor's suggestions. */
import { languages, Range, type IDisposable } from 'monaco-editor/editor';
import { suggestImports } from '../import-suggestions.ts';
import { getDeclaredModules } from './typescript.ts';

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
