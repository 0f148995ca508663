/** Limits how many console lines leave the frame in a time, so that a flood never reaches the app. */
import type { ConsoleEntry } from '../../report.ts';
import type { MessageFromRun } from '../../protocol.ts';
import { mergeSameEntries } from '../repeated-entries.ts';

const WINDOW_MILLISECONDS = 50;
/** Milliseconds for which lines are collected and then sent together. */
const COLLECT_MILLISECONDS = 8;
const MAX_ENTRIES_PER_WINDOW = 100;

export class ConsoleThrottle {
	#waitingEntries: ConsoleEntry[] = [];
	#droppedCount = 0;
	#flushTimer: ReturnType<typeof setTimeout> | undefined;
	#lastFlushAt = -WINDOW_MILLISECONDS;
	readonly #send: (event: MessageFromRun) => void;

	constructor(send: (event: MessageFromRun) => void) {
		this.#send = send;
	}

	addEntries(entries: ConsoleEntry[], droppedCount: number): void {
		for (const entry of entries) this.#addEntry(entry);
		this.#droppedCount += droppedCount;
		const waitMilliseconds = this.#lastFlushAt + WINDOW_MILLISECONDS - performance.now();
		this.#flushTimer ??= setTimeout(() => this.flush(), Math.max(COLLECT_MILLISECONDS, waitMilliseconds));
	}

	#addEntry(entry: ConsoleEntry): void {
		const mergedEntry = mergeSameEntries(this.#waitingEntries.at(-1), entry);
		if (mergedEntry) this.#waitingEntries.splice(-1, 1, mergedEntry);
		else if (this.#waitingEntries.length < MAX_ENTRIES_PER_WINDOW) this.#waitingEntries.push(entry);
		else this.#droppedCount += 1;
	}

	flush(): void {
		clearTimeout(this.#flushTimer);
		this.#flushTimer = undefined;
		if (this.#waitingEntries.length === 0 && this.#droppedCount === 0) return;
		this.#lastFlushAt = performance.now();
		this.#send({ type: 'console', entries: this.#waitingEntries, dropped: this.#droppedCount });
		this.#waitingEntries = [];
		this.#droppedCount = 0;
	}
}
