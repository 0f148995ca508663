/** The recordings of edits before Monaco, by file. */
import { change, record, select, type InputKind, type Recording, type Span } from './recording.ts';

export class Recordings implements Iterable<[string, Recording]> {
	readonly #byPath = new Map<string, Recording>();

	/** `text` is the file's current text. If it did not come from typing, a new recording begins. */
	of(path: string, text: string): Recording {
		const known = this.#byPath.get(path);
		return known?.text === text ? known : record(text);
	}

	edit(path: string, before: string, after: string, selection: Span | null, kind: InputKind): void {
		const recording = this.of(path, before);
		this.#byPath.set(path, change(recording, after, selection ?? recording.selection, kind));
	}

	select(path: string, text: string, selection: Span): void {
		this.#byPath.set(path, select(this.of(path, text), selection));
	}

	[Symbol.iterator](): Iterator<[string, Recording]> {
		return this.#byPath[Symbol.iterator]();
	}

	get(path: string): Recording | undefined {
		return this.#byPath.get(path);
	}
}
