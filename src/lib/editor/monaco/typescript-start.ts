/** Chooses the moment at which TypeScript starts, which takes the processor of a slow machine for seconds. */
import type { editor } from 'monaco-editor/editor';
import { callWhenIdle } from '../idle.ts';

/** Milliseconds after which TypeScript starts even if nobody has clicked into the code. The scene plays by then. */
const LONGEST_START_WAIT_MS = 5000;

/** Calls back once: when the code has the focus, or when the page is idle after the longest wait. Returns a way to cancel the call. */
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
