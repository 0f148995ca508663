/** Collects the console lines of one check, in order and up to a limit. */
import type { ConsoleEntry } from '../../report.ts';
import { readConsoleEntries } from '../../protocol.ts';

export class ConsoleLines {
	readonly #maxEntries: number;
	#entries: ConsoleEntry[] = [];
	#lastText = '';

	constructor(maxEntries: number) {
		this.#maxEntries = maxEntries;
	}

	addLines(text: string): void {
		if (this.#entries.length >= this.#maxEntries && text !== this.#lastText) return;
		const lastEntry = this.#entries[this.#entries.length - 1];
		if (lastEntry !== undefined && text === this.#lastText) {
			lastEntry.times += 1;
			return;
		}
		this.#lastText = text;
		for (const entry of readConsoleEntries(JSON.parse(text))) this.#entries.push(entry);
	}

	takeLines(): ConsoleEntry[] {
		const entries = this.#entries.slice(0, this.#maxEntries);
		this.#entries = [];
		this.#lastText = '';
		return entries;
	}
}
