/** Queues the writes of one work: at most one runs and one waits. */
import type { SaveConflict, WorkContent, SaveOptions, SaveSuccess } from './storage.ts';
import type { StorageFailure } from './failure.ts';

export type SaveResult = SaveSuccess | SaveConflict | StorageFailure;

interface WaitingWrite {
	content: WorkContent;
	options: SaveOptions;
	result: Promise<SaveResult>;
	finish(result: SaveResult): void;
}

export class WriteQueue {
	#active: Promise<void> | null = null;
	#waiting: WaitingWrite | null = null;
	readonly #write: (content: WorkContent, options: SaveOptions) => Promise<SaveResult>;
	readonly #onEmpty: (wasEdited: boolean) => void;

	/** `onEmpty` is told whether more was written than what the program keeps. */
	constructor(
		write: (content: WorkContent, options: SaveOptions) => Promise<SaveResult>,
		onEmpty: (wasEdited: boolean) => void
	) {
		this.#write = write;
		this.#onEmpty = onEmpty;
	}

	/** Whether newer content waits for the write under way to end. */
	get hasWaiting(): boolean {
		return this.#waiting !== null;
	}

	/** Resolves when no write runs or waits. */
	async whenEmpty(): Promise<void> {
		await this.#active;
	}

	/**
	 * Writes this content, in place of content that still waits: whoever asked for that gets this write's result, and the options of both
	 * apply.
	 */
	add(content: WorkContent, options: SaveOptions): Promise<SaveResult> {
		if (this.#waiting) {
			const { sealsVersion, marksRunning, sharesWithPair, keepsOnly } = this.#waiting.options;
			this.#waiting.content = content;
			this.#waiting.options = {
				sealsVersion: sealsVersion || options.sealsVersion || false,
				marksRunning: marksRunning || options.marksRunning || false,
				...((sharesWithPair || options.sharesWithPair) && { sharesWithPair: true }),
				...(keepsOnly && options.keepsOnly && { keepsOnly: true })
			};
			return this.#waiting.result;
		}
		let finish!: (result: SaveResult) => void;
		const saveResult = new Promise<SaveResult>((resolve) => (finish = resolve));
		this.#waiting = { content, options, result: saveResult, finish };
		this.#active ??= this.#writeAll();
		return saveResult;
	}

	async #writeAll(): Promise<void> {
		let wasEdited = false;
		while (this.#waiting) {
			const { content, options, finish } = this.#waiting;
			wasEdited ||= options.keepsOnly !== true;
			this.#waiting = null;
			finish(await this.#write(content, options));
		}
		this.#active = null;
		this.#onEmpty(wasEdited);
	}
}
