/** Collects the console lines of one check, in order, up to limits of lines and of characters. */
import type { ConsoleEntry } from '../../report.ts';
import { readConsoleEntries } from '../../protocol.ts';

/** Upper limits of characters, written as JSON: of one line, of one check, and of all checks of a task in all its attempts. */
const LONGEST_LINE = 100_000;
const MOST_CHARACTERS_OF_CHECK = 200_000;
export const MOST_CONSOLE_CHARACTERS = 1_000_000;

export class ConsoleLines {
	readonly #maxEntries: number;
	#charactersLeft: number;
	#entries: ConsoleEntry[] = [];
	#characters = 0;
	#lastText = '';

	/** `charactersLeft` are those that the task may still write, of its `MOST_CONSOLE_CHARACTERS`. */
	constructor(maxEntries: number, charactersLeft: number) {
		this.#maxEntries = maxEntries;
		this.#charactersLeft = charactersLeft;
	}

	/** Adds the lines of a text, or ignores them beyond a limit. Parses nothing that is too long, as this is done in the host's memory. */
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

	/** Returns the lines since the last call, and the characters that they take of the task's. */
	takeLines(): { entries: ConsoleEntry[]; characters: number } {
		const lines = { entries: this.#entries.slice(0, this.#maxEntries), characters: this.#characters };
		this.#charactersLeft -= this.#characters;
		this.#entries = [];
		this.#characters = 0;
		this.#lastText = '';
		return lines;
	}

	#hasRoomFor({ length }: string): boolean {
		const mostCharacters = Math.min(MOST_CHARACTERS_OF_CHECK, this.#charactersLeft);
		return length <= LONGEST_LINE && this.#characters + length <= mostCharacters;
	}
}
