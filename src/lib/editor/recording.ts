export class EditRecordings implements Iterable<[string, EditRecording]> {
	readonly #byPath = new Map<string, EditRecording>();

	/** Returns a file's recording. `text` is the file's present text: when it did not come from recorded typing, a new recording begins. */
	recordingEndingWith(path: string, text: string): EditRecording {
		const recording = this.#byPath.get(path);
		return recording?.text === text ? recording : startEditRecording(text);
	}

	recordEdit(path: string, before: string, after: string, selection: TextSpan | null, kind: RecordedInputKind): void {
		const recording = this.recordingEndingWith(path, before);
		this.#byPath.set(path, recordTextChange(recording, after, selection ?? recording.selection, kind));
	}

	recordSelection(path: string, text: string, selection: TextSpan): void {
		this.#byPath.set(path, recordSelection(this.recordingEndingWith(path, text), selection));
	}

	[Symbol.iterator](): Iterator<[string, EditRecording]> {
		return this.#byPath[Symbol.iterator]();
	}

	recordingOf(path: string): EditRecording | undefined {
		return this.#byPath.get(path);
	}
}

export interface TextSpan {
	start: number;
	end: number;
}

export interface RecordedEdit {
	/** Offset of the edit in the text before it. */
	start: number;
	removed: string;
	inserted: string;
	selectionBefore: TextSpan;
	selectionAfter: TextSpan;
}

/** Edits of a file. The first `appliedCount` are in the text; the others were undone and can be redone. */
export interface EditRecording {
	baseText: string;
	text: string;
	selection: TextSpan;
	edits: RecordedEdit[];
	appliedCount: number;
	/** Indices in `edits` where an undo or redo began or ended. An undo step begins there when the edits are played again. */
	undoStops: number[];
}

export type RecordedInputKind = 'edit' | 'undo' | 'redo';

export function startEditRecording(baseText: string): EditRecording {
	return {
		baseText: baseText,
		text: baseText,
		selection: { start: 0, end: 0 },
		edits: [],
		appliedCount: 0,
		undoStops: []
	};
}

/** Returns the single edit that turns `before` into `after`. Of several equal characters, the caret tells which was typed. */
export function findSingleEdit(
	before: string,
	after: string,
	caret: number
): Pick<RecordedEdit, 'start' | 'removed' | 'inserted'> {
	const shorterLength = Math.min(before.length, after.length);
	// An edit ends at the caret, so the text after the caret is unchanged: the common ending may begin no sooner.
	const longestSuffixLength = Math.min(shorterLength, Math.max(0, after.length - caret));
	let suffixLength = 0;
	while (
		suffixLength < longestSuffixLength &&
		before[before.length - 1 - suffixLength] === after[after.length - 1 - suffixLength]
	)
		suffixLength += 1;
	let start = 0;
	while (start < shorterLength - suffixLength && before[start] === after[start]) start += 1;
	return {
		start,
		removed: before.slice(start, before.length - suffixLength),
		inserted: after.slice(start, after.length - suffixLength)
	};
}

function textAfterEdits(recording: EditRecording, editCount: number): string {
	let text = recording.baseText;
	for (const edit of recording.edits.slice(0, editCount)) {
		text = text.slice(0, edit.start) + edit.inserted + text.slice(edit.start + edit.removed.length);
	}
	return text;
}

/**
 * Returns how many edits remain applied after an undo or redo, recognised by the resulting text; null for an unknown text, which
 * counts as an ordinary edit.
 */
function findEditCountAfterUndo(recording: EditRecording, text: string, kind: 'undo' | 'redo'): number | null {
	const { appliedCount, edits } = recording;
	if (kind === 'undo') {
		for (let at = appliedCount - 1; at >= 0; at -= 1) if (textAfterEdits(recording, at) === text) return at;
	} else {
		for (let at = appliedCount + 1; at <= edits.length; at += 1) if (textAfterEdits(recording, at) === text) return at;
	}
	return null;
}

export function recordSelection(recording: EditRecording, selection: TextSpan): EditRecording {
	return { ...recording, selection };
}

export function recordTextChange(
	recording: EditRecording,
	text: string,
	selection: TextSpan,
	kind: RecordedInputKind = 'edit'
): EditRecording {
	if (text === recording.text) return recordSelection(recording, selection);
	if (kind !== 'edit') {
		const undoTarget = findEditCountAfterUndo(recording, text, kind);
		if (undoTarget !== null) {
			return {
				...recording,
				text,
				selection,
				appliedCount: undoTarget,
				undoStops: [...recording.undoStops, recording.appliedCount, undoTarget]
			};
		}
	}
	const edit = {
		...findSingleEdit(recording.text, text, selection.end),
		selectionBefore: recording.selection,
		selectionAfter: selection
	};
	const undoStops = recording.undoStops.filter((stop) => stop <= recording.appliedCount);
	const edits = [...recording.edits.slice(0, recording.appliedCount), edit];
	return { ...recording, text, selection, edits, appliedCount: edits.length, undoStops: undoStops };
}

function continuesWord(previous: RecordedEdit, edit: RecordedEdit): boolean {
	if (previous.removed !== '' || edit.removed !== '') return false;
	const previousEnd = previous.start + previous.inserted.length;
	const beginsWord = /\s$/.test(previous.inserted) && !/^\s/.test(edit.inserted);
	return edit.start === previousEnd && edit.inserted.length === 1 && edit.inserted !== '\n' && !beginsWord;
}

/** Groups the edits into undo steps of a word each, as Monaco does. The last `undoneCount` groups must be undone after the replay. */
export function groupIntoUndoSteps(recording: EditRecording): { groups: RecordedEdit[][]; undoneCount: number } {
	const groups: RecordedEdit[][] = [];
	let undoneCount = 0;
	for (const [index, edit] of recording.edits.entries()) {
		const group = groups.at(-1);
		const previous = group?.at(-1);
		const isStop = index === recording.appliedCount || recording.undoStops.includes(index);
		if (group && previous && !isStop && continuesWord(previous, edit)) group.push(edit);
		else {
			groups.push([edit]);
			if (index >= recording.appliedCount) undoneCount += 1;
		}
	}
	return { groups, undoneCount };
}
