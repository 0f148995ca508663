/** Keeps the line that is being typed in view while the editor becomes lower. */
import type { editor, IDisposable } from 'monaco-editor/editor';

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
