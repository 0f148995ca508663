import type { ConsoleEntry, ConsoleLevel, ConsoleValue } from '../report.ts';
import { isSameConsoleLine } from './same-console-line.ts';
import { printValue } from './print.ts';
import { viewOfValue } from './view.ts';

const MAX_SHOWN_DEPTH = 5;
const MAX_SHOWN_MEMBERS = 100;
const MAX_SHOWN_VALUES = 1000;
const MAX_LINE_CHARACTERS = 200;
const MAX_TEXT_CHARACTERS = 10_000;

/** Copies a value into a foldable form, cut to size and safe to render. Never throws. */
export function toConsoleValue(value: unknown): ConsoleValue {
	return toNestedConsoleValue(value, 0, [], { valuesLeft: MAX_SHOWN_VALUES });
}

function toNestedConsoleValue(
	value: unknown,
	depth: number,
	outerValues: unknown[],
	budget: { valuesLeft: number }
): ConsoleValue {
	budget.valuesLeft -= 1;
	if (outerValues.includes(value)) return { kind: 'other', text: '(circular)' };
	const view = viewOfValue(value, MAX_SHOWN_MEMBERS);
	if (view.kind === 'leaf') return { kind: view.shownKind, text: truncate(view.text, MAX_TEXT_CHARACTERS) };
	const text =
		view.shownKind === 'error'
			? truncate(view.heading, MAX_TEXT_CHARACTERS)
			: truncate(printOnOneLine(value), MAX_LINE_CHARACTERS);
	const consoleValue: ConsoleValue = { kind: view.shownKind, text };
	if (view.members.length === 0 || depth >= MAX_SHOWN_DEPTH || budget.valuesLeft <= 0) {
		return view.members.length + view.hiddenCount > 0
			? { ...consoleValue, more: view.members.length + view.hiddenCount }
			: consoleValue;
	}
	const entries: { key: string; value: ConsoleValue }[] = [];
	let hiddenCount = view.hiddenCount;
	view.members.forEach((member, index) => {
		if (budget.valuesLeft <= 0) hiddenCount += 1;
		else
			entries.push({
				key: member.key ?? String(index),
				value: toNestedConsoleValue(member.value, depth + 1, [...outerValues, value], budget)
			});
	});
	return hiddenCount > 0 ? { ...consoleValue, entries, more: hiddenCount } : { ...consoleValue, entries };
}

function printOnOneLine(value: unknown): string {
	return printValue(value).replace(/\n\s*/g, ' ');
}

function truncate(text: string, maxLength: number): string {
	return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}

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

/** Keeps at most `entryLimit` entries until they are taken. Equal lines that follow one another are one entry. */
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
