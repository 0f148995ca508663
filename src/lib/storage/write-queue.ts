/** Queues the writes of one work: at most one runs and one waits. */
import type { Conflict, Content, SaveOptions, Saved } from './storage.ts';
import type { Failed } from './failure.ts';

export type SaveResult = Saved | Conflict | Failed;

interface Waiting {
	content: Content;
	options: SaveOptions;
	done: Promise<SaveResult>;
	finish(result: SaveResult): void;
}

export class WriteQueue {
	#active: Promise<void> | null = null;
	#waiting: Waiting | null = null;
	readonly #write: (content: Content, options: SaveOptions) => Promise<SaveResult>;
	readonly #onEmpty: () => void;

	constructor(write: (content: Content, options: SaveOptions) => Promise<SaveResult>, onEmpty: () => void) {
		this.#write = write;
		this.#onEmpty = onEmpty;
	}

	/** Newer content waits for the write that runs. */
	get hasWaiting(): boolean {
		return this.#waiting !== null;
	}

	/** Resolves when nothing runs or waits. */
	async whenEmpty(): Promise<void> {
		await this.#active;
	}

	/** Writes this content, in place of what waits: its callers get this result, and its options add up with these. */
	add(content: Content, options: SaveOptions): Promise<SaveResult> {
		if (this.#waiting) {
			const { seal, running, together } = this.#waiting.options;
			this.#waiting.content = content;
			this.#waiting.options = {
				seal: seal || options.seal || false,
				running: running || options.running || false,
				...((together || options.together) && { together: true })
			};
			return this.#waiting.done;
		}
		let finish!: (result: SaveResult) => void;
		const done = new Promise<SaveResult>((resolve) => (finish = resolve));
		this.#waiting = { content, options, done, finish };
		this.#active ??= this.#writeAll();
		return done;
	}

	async #writeAll(): Promise<void> {
		while (this.#waiting) {
			const { content, options, finish } = this.#waiting;
			this.#waiting = null;
			finish(await this.#write(content, options));
		}
		this.#active = null;
		this.#onEmpty();
	}
}
