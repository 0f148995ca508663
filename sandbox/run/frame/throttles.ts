import { countConsoleEntryCharacters } from '../../console-characters.ts';
import type { ConsoleEntry } from '../../report.ts';
import type { MessageFromRun } from '../../protocol.ts';
import { mergeEqualEntries } from '../repeated-entries.ts';
import { NewestValueThrottle } from '../../newest-value.ts';
import type { StoredItems } from '../../stored-items.ts';

const THROTTLE_WINDOW_MILLISECONDS = 50;
const CONSOLE_BATCH_MILLISECONDS = 8;
const MAX_ENTRIES_PER_WINDOW = 100;
const MAX_CHARACTERS_PER_WINDOW = 200_000;

export class ConsoleThrottle {
	#waitingEntries: ConsoleEntry[] = [];
	#droppedCount = 0;
	/**
	 * Characters of all entries of this time window, both waiting and sent ones, so that sending lines early, before an error,
	 * does not make room for more lines.
	 */
	#characters = 0;
	#windowStartedAt = -THROTTLE_WINDOW_MILLISECONDS;
	#flushTimer: ReturnType<typeof setTimeout> | undefined;
	#lastFlushAt = -THROTTLE_WINDOW_MILLISECONDS;
	readonly #send: (event: MessageFromRun) => void;

	constructor(send: (event: MessageFromRun) => void) {
		this.#send = send;
	}

	addEntries(entries: ConsoleEntry[], droppedCount: number): void {
		const now = performance.now();
		if (this.#waitingEntries.length === 0 && now - this.#windowStartedAt >= THROTTLE_WINDOW_MILLISECONDS) {
			this.#windowStartedAt = now;
			this.#characters = 0;
		}
		for (const entry of entries) this.#addEntry(entry);
		this.#droppedCount += droppedCount;
		const waitMilliseconds = this.#lastFlushAt + THROTTLE_WINDOW_MILLISECONDS - now;
		this.#flushTimer ??= setTimeout(() => this.flush(), Math.max(CONSOLE_BATCH_MILLISECONDS, waitMilliseconds));
	}

	#addEntry(entry: ConsoleEntry): void {
		const mergedEntry = mergeEqualEntries(this.#waitingEntries.at(-1), entry);
		if (mergedEntry) return void this.#waitingEntries.splice(-1, 1, mergedEntry);
		const characters = this.#characters + countConsoleEntryCharacters(entry);
		if (this.#waitingEntries.length < MAX_ENTRIES_PER_WINDOW && characters <= MAX_CHARACTERS_PER_WINDOW) {
			this.#waitingEntries.push(entry);
			this.#characters = characters;
		} else this.#droppedCount += 1;
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

const STORED_ITEMS_PAUSE_MILLISECONDS = 200;

export const createStoredItemsSender = (send: (event: MessageFromRun) => void): NewestValueThrottle<StoredItems> =>
	new NewestValueThrottle((items) => send({ type: 'stored', items }), {
		pauseMilliseconds: STORED_ITEMS_PAUSE_MILLISECONDS
	});
