/** Holds what a program wrote to its console: the newest entries. */
import { appendEntries } from '#sandbox/index.ts';
import type { ConsoleEntry } from '#sandbox/report.ts';

const MOST_ENTRIES = 500;

export class ConsoleLog {
	entries = $state.raw<ConsoleEntry[]>([]);
	/** Number of entries that were left out because the program wrote too many at once. */
	droppedCount = $state(0);

	add(entries: ConsoleEntry[], newlyDroppedCount: number): void {
		this.entries = appendEntries(this.entries, entries).slice(-MOST_ENTRIES);
		this.droppedCount += newlyDroppedCount;
	}

	clear(): void {
		this.entries = [];
		this.droppedCount = 0;
	}
}
