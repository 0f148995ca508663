/** The console that programs and checks write to, captured as entries. */
import type { ConsoleEntry, ConsoleLevel } from '../report.ts';
import { isSameConsoleLine } from './same-console-line.ts';
import { toConsoleValue } from './show.ts';

export interface ConsoleBatch {
	entries: ConsoleEntry[];
	dropped: number;
}

export interface ConsoleCapture {
	console: Record<string, (...values: unknown[]) => void>;
	/** Returns and clears the entries since the last call, and resets counters and indentation. */
	takeBatch(): ConsoleBatch;
	/** Returns and clears the entries since the last call. Counters and indentation stay. */
	takeLines(): ConsoleEntry[];
}

/**
 * Creates a console that keeps at most `entryLimit` entries until they are taken. Equal lines that follow one another are one
 * entry.
 */
export function createConsoleCapture(entryLimit = 200): ConsoleCapture {
	let entries: ConsoleEntry[] = [];
	let droppedCount = 0;
	let indent = '';
	const countByLabel = new Map<string, number>();

	function writeLine(level: ConsoleLevel, values: unknown[]): void {
		const lastEntry = entries[entries.length - 1];
		if (entries.length >= entryLimit && lastEntry === undefined) return;
		const consoleValues = values.slice(0, 50).map(toConsoleValue);
		if (indent !== '') consoleValues.unshift({ kind: 'string', text: indent });
		if (lastEntry !== undefined && lastEntry.level === level && isSameConsoleLine(lastEntry.values, consoleValues))
			lastEntry.times += 1;
		else if (entries.length >= entryLimit) droppedCount += 1;
		else entries.push({ level, values: consoleValues, times: 1 });
	}

	const createLevelWriter =
		(level: ConsoleLevel) =>
		(...values: unknown[]): void =>
			writeLine(level, values);
	return {
		console: {
			log: createLevelWriter('log'),
			info: createLevelWriter('info'),
			warn: createLevelWriter('warn'),
			error: createLevelWriter('error'),
			debug: createLevelWriter('debug'),
			dir: (value) => writeLine('log', [value]),
			table: (value) => writeLine('log', [value]),
			trace: createLevelWriter('debug'),
			assert(condition, ...values) {
				if (!condition) writeLine('error', ['Assertion failed', ...values]);
			},
			count(label = 'default') {
				const name = String(label);
				countByLabel.set(name, (countByLabel.get(name) ?? 0) + 1);
				writeLine('log', [`${name}: ${countByLabel.get(name) ?? 0}`]);
			},
			countReset(label = 'default') {
				countByLabel.delete(String(label));
			},
			group(...values) {
				if (values.length > 0) writeLine('log', values);
				if (indent.length < 20) indent += '  ';
			},
			groupEnd() {
				indent = indent.slice(2);
			},
			clear: () => undefined,
			time: () => undefined,
			timeEnd: () => undefined
		},
		takeLines() {
			const lines = entries;
			entries = [];
			return lines;
		},
		takeBatch() {
			const batch = { entries, dropped: droppedCount };
			entries = [];
			droppedCount = 0;
			indent = '';
			countByLabel.clear();
			return batch;
		}
	};
}
