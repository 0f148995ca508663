import type { ConsoleEntry } from '../../report.ts';
import { readConsoleEntries } from '../../protocol.ts';

/** Characters, counted in JSON: in one line, in all lines of a check, and in all lines of a task's attempts. */
const MAX_CONSOLE_LINE_CHARACTERS = 100_000;
const MAX_CHECK_CONSOLE_CHARACTERS = 200_000;
export const MAX_TASK_CONSOLE_CHARACTERS = 1_000_000;

export class ConsoleLines {
	readonly #maxEntries: number;
	#charactersLeft: number;
	#entries: ConsoleEntry[] = [];
	#characters = 0;
	#lastText = '';

	constructor(maxEntries: number, charactersLeft: number) {
		this.#maxEntries = maxEntries;
		this.#charactersLeft = charactersLeft;
	}

	/** Ignores lines beyond a limit. Does not parse a text that is too long, because parsing takes the host's memory. */
	addLines(text: string): void {
		const lastEntry = this.#entries[this.#entries.length - 1];
		if (lastEntry !== undefined && text === this.#lastText) {
			lastEntry.times += 1;
			return;
		}
		if (this.#entries.length >= this.#maxEntries || !this.#hasRoomFor(text)) return;
		this.#lastText = text;
		this.#characters += text.length;
		for (const entry of readConsoleEntries(JSON.parse(text))) this.#entries.push(entry);
	}

	takeLines(): { entries: ConsoleEntry[]; characters: number } {
		const lines = { entries: this.#entries.slice(0, this.#maxEntries), characters: this.#characters };
		this.#charactersLeft -= this.#characters;
		this.#entries = [];
		this.#characters = 0;
		this.#lastText = '';
		return lines;
	}

	#hasRoomFor({ length }: string): boolean {
		const mostCharacters = Math.min(MAX_CHECK_CONSOLE_CHARACTERS, this.#charactersLeft);
		return length <= MAX_CONSOLE_LINE_CHARACTERS && this.#characters + length <= mostCharacters;
	}
}
