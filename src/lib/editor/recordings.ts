/** Keeps the recordings of edits typed before Monaco loads, by file. */
import {
	recordChange,
	startRecording,
	recordSelection,
	type RecordedInputKind,
	type Recording,
	type TextSpan
} from './recording.ts';

export class Recordings implements Iterable<[string, Recording]> {
	readonly #byPath = new Map<string, Recording>();

	/** Returns a file's recording. `text` is the file's present text: when it did not come from recorded typing, a new recording begins. */
	currentRecording(path: string, text: string): Recording {
		const recording = this.#byPath.get(path);
		return recording?.text === text ? recording : startRecording(text);
	}

	recordEdit(path: string, before: string, after: string, selection: TextSpan | null, kind: RecordedInputKind): void {
		const recording = this.currentRecording(path, before);
		this.#byPath.set(path, recordChange(recording, after, selection ?? recording.selection, kind));
	}

	recordSelection(path: string, text: string, selection: TextSpan): void {
		this.#byPath.set(path, recordSelection(this.currentRecording(path, text), selection));
	}

	[Symbol.iterator](): Iterator<[string, Recording]> {
		return this.#byPath[Symbol.iterator]();
	}

	recordingOf(path: string): Recording | undefined {
		return this.#byPath.get(path);
	}
}
