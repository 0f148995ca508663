/** Replays edits typed before Monaco arrived, with their undo steps and caret. */
import { Selection, type editor } from 'monaco-editor/editor';
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
