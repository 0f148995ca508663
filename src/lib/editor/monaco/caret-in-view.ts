/** Keeps the line that is being typed in view while the editor becomes lower. */
import type { editor, IDisposable } from 'monaco-editor/editor';

/** A list of problems that opens below the editor would cover its last lines. A caret that was out of view before stays so. */
export function keepCaretInView(codeEditor: editor.IStandaloneCodeEditor): IDisposable {
	let lastHeight = codeEditor.getLayoutInfo().height;
	return codeEditor.onDidLayoutChange(({ height }) => {
		const wasHeight = lastHeight;
		lastHeight = height;
		const caret = codeEditor.getPosition();
		if (caret === null || height >= wasHeight || !codeEditor.hasTextFocus()) return;
		const top = codeEditor.getTopForPosition(caret.lineNumber, caret.column) - codeEditor.getScrollTop();
		if (top >= 0 && top < wasHeight) codeEditor.revealPosition(caret);
	});
}
