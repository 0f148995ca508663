/** Limits how many console lines leave the frame in a time, so that a flood never reaches the app. */
import type { ConsoleEntry } from '../../report.ts';
import type { MessageFromRun } from '../../protocol.ts';
import { mergeSameEntries } from '../repeated-entries.ts';

const WINDOW_MILLISECONDS = 50;
/** Milliseconds for which lines are collected and then sent together. */
const COLLECT_MILLISECONDS = 8;
const MAX_ENTRIES_PER_WINDOW = 100;

export class ConsoleThrottle {
	#entries: ConsoleEntry[] = [];
	#dropped = 0;
	#due: ReturnType<typeof setTimeout> | undefined;
	#last = -WINDOW_MILLISECONDS;
	readonly #send: (event: MessageFromRun) => void;

	constructor(send: (event: MessageFromRun) => void) {
		this.#send = send;
	}

	addEntries(entries: ConsoleEntry[], dropped: number): void {
		for (const entry of entries) this.#addEntry(entry);
		this.#dropped += dropped;
		const wait = this.#last + WINDOW_MILLISECONDS - performance.now();
		this.#due ??= setTimeout(() => this.flush(), Math.max(COLLECT_MILLISECONDS, wait));
	}

	#addEntry(entry: ConsoleEntry): void {
		const one = mergeSameEntries(this.#entries.at(-1), entry);
		if (one) this.#entries.splice(-1, 1, one);
		else if (this.#entries.length < MAX_ENTRIES_PER_WINDOW) this.#entries.push(entry);
		else this.#dropped += 1;
	}

	flush(): void {
		clearTimeout(this.#due);
		this.#due = undefined;
		if (this.#entries.length === 0 && this.#dropped === 0) return;
		this.#last = performance.now();
		this.#send({ type: 'console', entries: this.#entries, dropped: this.#dropped });
		this.#entries = [];
		this.#dropped = 0;
	}
}
