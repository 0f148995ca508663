import type { SaveConflict, WorkContent, SaveOptions, SaveSuccess } from './storage.ts';
import type { StorageFailure } from './failure.ts';

export type SaveResult = SaveSuccess | SaveConflict | StorageFailure;

interface WaitingWrite {
	content: WorkContent;
	options: SaveOptions;
	pendingResult: Promise<SaveResult>;
	finish(result: SaveResult): void;
}

export class WriteQueue {
	#activeWrites: Promise<void> | null = null;
	#waitingWrite: WaitingWrite | null = null;
	readonly #writeContent: (content: WorkContent, options: SaveOptions) => Promise<SaveResult>;
	readonly #onEmpty: (wasEdited: boolean) => void;

	/** `onEmpty` is told whether anything but the project's store was written. */
	constructor(
		write: (content: WorkContent, options: SaveOptions) => Promise<SaveResult>,
		onEmpty: (wasEdited: boolean) => void
	) {
		this.#writeContent = write;
		this.#onEmpty = onEmpty;
	}

	get hasWaiting(): boolean {
		return this.#waitingWrite !== null;
	}

	async waitUntilEmpty(): Promise<void> {
		await this.#activeWrites;
	}

	/** Replaces content that still waits: both callers get the result of this write, and the options of both apply. */
	add(content: WorkContent, options: SaveOptions): Promise<SaveResult> {
		if (this.#waitingWrite) {
			const { sealsVersion, marksRunning, sharesWithPair, changesOnlyStore } = this.#waitingWrite.options;
			this.#waitingWrite.content = content;
			this.#waitingWrite.options = {
				sealsVersion: sealsVersion || options.sealsVersion || false,
				marksRunning: marksRunning || options.marksRunning || false,
				...((sharesWithPair || options.sharesWithPair) && { sharesWithPair: true }),
				...(changesOnlyStore && options.changesOnlyStore && { changesOnlyStore: true })
			};
			return this.#waitingWrite.pendingResult;
		}
		let resolveResult!: (result: SaveResult) => void;
		const pendingResult = new Promise<SaveResult>((resolve) => (resolveResult = resolve));
		this.#waitingWrite = { content, options, pendingResult: pendingResult, finish: resolveResult };
		this.#activeWrites ??= this.#writeAll();
		return pendingResult;
	}

	async #writeAll(): Promise<void> {
		let wasEdited = false;
		while (this.#waitingWrite) {
			const { content, options, finish } = this.#waitingWrite;
			wasEdited ||= options.changesOnlyStore !== true;
			this.#waitingWrite = null;
			finish(await this.#writeContent(content, options));
		}
		this.#activeWrites = null;
		this.#onEmpty(wasEdited);
	}
}
