/** Parses console lines, and cuts each text of a line, and all its texts together, to a limit. */
import { EXTRA_CHARACTERS_PER_VALUE } from '../console-characters.ts';
import type { ConsoleEntry, ConsoleLevel, ConsoleValue } from '../report.ts';
import { readFiniteNumber, readLimitedList, readLimitedText, readMessageFields, readOneOf } from './fields.ts';

const MAX_CONSOLE_ENTRIES = 200;
const MAX_VALUE_DEPTH = 8;
/** Upper limit of characters of all values of one line together. */
const MAX_CONSOLE_ENTRY_CHARACTERS = 100_000;

const CONSOLE_LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const satisfies readonly ConsoleLevel[];
const CONSOLE_VALUE_KINDS = [
	'string',
	'number',
	'boolean',
	'nothing',
	'function',
	'object',
	'list',
	'error',
	'other'
] as const;

interface ConsoleEntryBudget {
	charactersLeft: number;
}

function readTextWithinBudget(budget: ConsoleEntryBudget, value: unknown): string {
	const text = readLimitedText(value).slice(0, Math.max(0, budget.charactersLeft));
	budget.charactersLeft -= text.length;
	return text;
}

function readConsoleValue(value: unknown, budget: ConsoleEntryBudget, depth = 0): ConsoleValue {
	const from = readMessageFields(value);
	budget.charactersLeft -= EXTRA_CHARACTERS_PER_VALUE;
	const consoleValue: ConsoleValue = {
		kind: readOneOf(from['kind'], CONSOLE_VALUE_KINDS, 'other'),
		text: readTextWithinBudget(budget, from['text'])
	};
	if (Array.isArray(from['entries']) && depth < MAX_VALUE_DEPTH && budget.charactersLeft > 0) {
		consoleValue.entries = readLimitedList(from['entries'], MAX_CONSOLE_ENTRIES, (item) => {
			const entry = readMessageFields(item);
			return {
				key: readTextWithinBudget(budget, entry['key']),
				value: readConsoleValue(entry['value'], budget, depth + 1)
			};
		});
	}
	if (from['more'] !== undefined) consoleValue.more = readFiniteNumber(from['more']);
	return consoleValue;
}

function readConsoleEntry(value: unknown): ConsoleEntry {
	const from = readMessageFields(value);
	const budget: ConsoleEntryBudget = { charactersLeft: MAX_CONSOLE_ENTRY_CHARACTERS };
	return {
		level: readOneOf(from['level'], CONSOLE_LEVELS, 'log'),
		values: readLimitedList(from['values'], 50, (item) => readConsoleValue(item, budget)),
		times: Math.max(1, readFiniteNumber(from['times']))
	};
}
export const readConsoleEntries = (value: unknown): ConsoleEntry[] =>
	readLimitedList(value, MAX_CONSOLE_ENTRIES, readConsoleEntry);
