/** The same line in a row is one with a count, however its parts arrive. */
import type { ConsoleEntry } from '../report.ts';

/** Both as one entry, when they say the same. */
export function together(last: ConsoleEntry | undefined, next: ConsoleEntry): ConsoleEntry | undefined {
	if (last === undefined || JSON.stringify({ ...last, times: next.times }) !== JSON.stringify(next)) return undefined;
	return { ...last, times: last.times + next.times };
}

/** What was written, and then `more`. */
export function followedBy(written: readonly ConsoleEntry[], more: readonly ConsoleEntry[]): ConsoleEntry[] {
	const all = [...written];
	for (const entry of more) {
		const one = together(all.at(-1), entry);
		if (one) all.splice(-1, 1, one);
		else all.push(entry);
	}
	return all;
}
