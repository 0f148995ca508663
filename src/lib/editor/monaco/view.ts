import { editor, type IDisposable, Selection } from 'monaco-editor/editor';
import { CODE_FONT_METRICS } from '../palette.ts';
import { groupIntoUndoSteps, type EditRecording, type TextSpan } from '../recording.ts';

/** Applies a recording to the editor, whose model must contain the recording's base text. */
export function replayRecording(recording: EditRecording, view: editor.IStandaloneCodeEditor): void {
	const model = view.getModel();
	if (!model) return;
	const toSelection = ({ start, end }: TextSpan): Selection => {
		const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
		return new Selection(from.lineNumber, from.column, to.lineNumber, to.column);
	};
	const { groups: steps, undoneCount } = groupIntoUndoSteps(recording);
	for (const step of steps) {
		view.pushUndoStop();
		const [first] = step;
		if (first) view.setSelection(toSelection(first.selectionBefore));
		for (const edit of step) {
			const range = toSelection({ start: edit.start, end: edit.start + edit.removed.length });
			view.executeEdits('early', [{ range, text: edit.inserted }], () => [toSelection(edit.selectionAfter)]);
		}
	}
	view.pushUndoStop();
	for (let times = 0; times < undoneCount; times += 1) void model.undo();
	view.setSelection(toSelection(recording.selection));
}

/**
 * Scrolls to the caret when a list of problems below makes the editor lower. A caret that was already out of view stays there.
 */
export function keepCaretInView(codeEditor: editor.IStandaloneCodeEditor): IDisposable {
	let lastHeight = codeEditor.getLayoutInfo().height;
	return codeEditor.onDidLayoutChange(({ height }) => {
		const previousHeight = lastHeight;
		lastHeight = height;
		const caret = codeEditor.getPosition();
		if (caret === null || height >= previousHeight || !codeEditor.hasTextFocus()) return;
		const caretTop = codeEditor.getTopForPosition(caret.lineNumber, caret.column) - codeEditor.getScrollTop();
		if (caretTop >= 0 && caretTop < previousHeight) codeEditor.revealPosition(caret);
	});
}

export function createMonacoEditor(element: HTMLElement, label: string): editor.IStandaloneCodeEditor {
	return editor.create(element, {
		model: null,
		ariaLabel: label,
		accessibilitySupport: 'on',
		automaticLayout: true,
		fontFamily: CODE_FONT_METRICS.font,
		fontLigatures: false,
		padding: { top: CODE_FONT_METRICS.padding, bottom: CODE_FONT_METRICS.padding },
		lineNumbersMinChars: CODE_FONT_METRICS.numbers,
		lineDecorationsWidth: CODE_FONT_METRICS.gap,
		glyphMargin: false,
		folding: false,
		minimap: { enabled: false },
		overviewRulerLanes: 0,
		overviewRulerBorder: false,
		hideCursorInOverviewRuler: true,
		renderLineHighlight: 'none',
		scrollBeyondLastLine: false,
		scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
		stickyScroll: { enabled: false },
		guides: { indentation: false },
		renderFinalNewline: 'on',
		lightbulb: { enabled: editor.ShowLightbulbIconMode.Off },
		// When Monaco supports screen readers it does not indent wrapped lines, so never indent them.
		wrappingIndent: 'none',
		suggest: { showWords: false, showSnippets: false },
		wordBasedSuggestions: 'off',
		occurrencesHighlight: 'singleFile',
		unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
		fixedOverflowWidgets: true,
		tabSize: CODE_FONT_METRICS.tab
	});
}
