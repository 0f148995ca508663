import { appendConsoleEntries, countConsoleEntryCharacters } from '#sandbox/index.ts';
import type { ConsoleEntry } from '#sandbox/report.ts';

const MOST_LOG_ENTRIES = 500;
/** Upper limit of characters of all entries together. The newest entry is kept in any case. */
const MOST_LOG_CHARACTERS = 500_000;

export class ConsoleLog {
	entries = $state.raw<ConsoleEntry[]>([]);
	/** Number of the first entry in `entries`. Clearing the log does not restart the numbers, so each number names one entry. */
	firstNumber = $state(0);
	/** Number of entries that were left out because the program wrote too many at once. */
	droppedCount = $state(0);

	add(entries: ConsoleEntry[], newlyDroppedCount: number): void {
		const allEntries = appendConsoleEntries(this.entries, entries);
		this.entries = keepNewestEntries(allEntries);
		this.firstNumber += allEntries.length - this.entries.length;
		this.droppedCount += newlyDroppedCount;
	}

	clear(): void {
		this.firstNumber += this.entries.length;
		this.entries = [];
		this.droppedCount = 0;
	}
}

function keepNewestEntries(entries: ConsoleEntry[]): ConsoleEntry[] {
	const newestEntries = entries.slice(-MOST_LOG_ENTRIES);
	let characters = 0;
	const lastExcessIndex = newestEntries.findLastIndex((entry) => {
		characters += countConsoleEntryCharacters(entry);
		return characters > MOST_LOG_CHARACTERS;
	});
	return newestEntries.slice(Math.min(lastExcessIndex + 1, Math.max(0, newestEntries.length - 1)));
}
