import { isSameConsoleLine } from '../check/same-console-line.ts';
import type { ConsoleEntry } from '../report.ts';

export function mergeEqualEntries(last: ConsoleEntry | undefined, next: ConsoleEntry): ConsoleEntry | undefined {
	if (last === undefined || last.level !== next.level || !isSameConsoleLine(last.values, next.values)) return undefined;
	return { ...last, times: last.times + next.times };
}

export function appendConsoleEntries(
	writtenEntries: readonly ConsoleEntry[],
	newEntries: readonly ConsoleEntry[]
): ConsoleEntry[] {
	const allEntries = [...writtenEntries];
	for (const entry of newEntries) {
		const mergedEntry = mergeEqualEntries(allEntries.at(-1), entry);
		if (mergedEntry) allEntries.splice(-1, 1, mergedEntry);
		else allEntries.push(entry);
	}
	return allEntries;
}
