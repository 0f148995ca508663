/** Keeps the line that is being typed in view while the editor becomes lower. */
import type { editor, IDisposable } from 'monaco-editor/editor';

/** A list of problems that opens below the editor would cover its last lines. A caret that was out of view before stays so. */
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
