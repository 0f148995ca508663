/** Merges equal consecutive console lines into one with a count. */
import type { ConsoleEntry } from '../report.ts';

/** Returns one entry in place of two equal ones; undefined when they differ. */
export function mergeSameEntries(last: ConsoleEntry | undefined, next: ConsoleEntry): ConsoleEntry | undefined {
	if (last === undefined || JSON.stringify({ ...last, times: next.times }) !== JSON.stringify(next)) return undefined;
	return { ...last, times: last.times + next.times };
}

export function appendEntries(written: readonly ConsoleEntry[], more: readonly ConsoleEntry[]): ConsoleEntry[] {
	const all = [...written];
	for (const entry of more) {
		const one = mergeSameEntries(all.at(-1), entry);
		if (one) all.splice(-1, 1, one);
		else all.push(entry);
	}
	return all;
}
