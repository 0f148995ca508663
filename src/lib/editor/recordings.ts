/** Keeps the recordings of edits typed before Monaco loads, by file. */
import {
	recordTextChange,
	startEditRecording,
	recordSelection,
	type RecordedInputKind,
	type EditRecording,
	type TextSpan
} from './recording.ts';

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
