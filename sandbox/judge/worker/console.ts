/** Collects the console lines of one check, in order and up to a limit. */
import type { ConsoleEntry } from '../../report.ts';
import { readConsoleEntries } from '../../protocol.ts';

export class ConsoleLines {
	readonly #most: number;
	#entries: ConsoleEntry[] = [];
	#last = '';

	constructor(most: number) {
		this.#most = most;
	}

	addLines(text: string): void {
		if (this.#entries.length >= this.#most && text !== this.#last) return;
		const last = this.#entries[this.#entries.length - 1];
		if (last !== undefined && text === this.#last) {
			last.times += 1;
			return;
		}
		this.#last = text;
		for (const entry of readConsoleEntries(JSON.parse(text))) this.#entries.push(entry);
	}

	takeLines(): ConsoleEntry[] {
		const entries = this.#entries.slice(0, this.#most);
		this.#entries = [];
		this.#last = '';
		return entries;
	}
}
