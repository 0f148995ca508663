/** Parsers of the parts that messages share: console lines, problems, results, figures. */
import type { CheckResult, ConsoleEntry, Level, SourcePlace, Problem, Shown } from '../report.ts';
import { count, fields, list, oneOf, text, type Fields } from './fields.ts';
import type { QuestionOutcome } from './messages.ts';

const MOST_ENTRIES = 200;
const MOST_RESULTS = 2_000;
const MOST_LINES = 100;
const DEEPEST = 8;

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const satisfies readonly Level[];
const SHOWN = ['string', 'number', 'boolean', 'nothing', 'function', 'object', 'list', 'error', 'other'] as const;
const UNITS = ['cents', 'minutes', 'count', 'percent', 'grams', 'kilometres', 'days'] as const;

function readShown(value: unknown, depth = 0): Shown {
	const from = fields(value);
	const shown: Shown = { kind: oneOf(from['kind'], SHOWN, 'other'), text: text(from['text']) };
	if (Array.isArray(from['entries']) && depth < DEEPEST) {
		shown.entries = list(from['entries'], MOST_ENTRIES, (item) => {
			const entry = fields(item);
			return { key: text(entry['key']), value: readShown(entry['value'], depth + 1) };
		});
	}
	if (from['more'] !== undefined) shown.more = count(from['more']);
	return shown;
}

function readEntry(value: unknown): ConsoleEntry {
	const from = fields(value);
	return {
		level: oneOf(from['level'], LEVELS, 'log'),
		values: list(from['values'], 50, (item) => readShown(item)),
		times: Math.max(1, count(from['times']))
	};
}
export const readEntries = (value: unknown): ConsoleEntry[] => list(value, MOST_ENTRIES, readEntry);

/** Reads a place in the bundle; the app maps it to a source file with the source map. */
function readPlace(value: unknown): { place?: SourcePlace } {
	if (value === undefined) return {};
	const from = fields(value);
	return { place: { file: text(from['file']), line: count(from['line']), column: count(from['column']) } };
}

export function readProblem(value: unknown): Problem {
	const from = fields(value);
	const place = readPlace(from['place']);
	switch (from['kind']) {
		case 'assertion':
			return {
				kind: 'assertion',
				matcher: text(from['matcher']),
				message: text(from['message']),
				...(from['expected'] === undefined ? {} : { expected: text(from['expected']) }),
				...(from['received'] === undefined ? {} : { received: text(from['received']) }),
				...place
			};
		case 'thrown':
			return { kind: 'thrown', name: text(from['name']), message: text(from['message']), ...place };
		case 'time':
			return { kind: 'time', limit: count(from['limit']), ...place };
		case 'memory':
			return { kind: 'memory' };
		default:
			return { kind: 'crash', message: text(from['message']) };
	}
}

export const readLines = (value: unknown): string[] => list(value, MOST_LINES, text);
export const readPath = (value: unknown): string[] => list(value, 20, text);
export function readResult(value: unknown): CheckResult {
	const from = fields(value);
	return {
		path: readPath(from['path']),
		status: oneOf(from['status'], ['pass', 'fail', 'error'], 'error'),
		console: readEntries(from['console']),
		duration: count(from['duration']),
		...(from['problem'] === undefined ? {} : { problem: readProblem(from['problem']) })
	};
}
export const readResults = (value: unknown): CheckResult[] => list(value, MOST_RESULTS, readResult);
export const readLoad = (from: Fields) => (from['load'] === undefined ? {} : { load: readProblem(from['load']) });

export function readOutcome(value: unknown): QuestionOutcome {
	const from = fields(value);
	switch (from['kind']) {
		case 'value':
			return { kind: 'value', shown: text(from['shown']), data: from['data'] };
		case 'figures':
			return {
				kind: 'figures',
				figures: list(from['figures'], 50, (item) => {
					const figure = fields(item);
					return {
						id: text(figure['id']),
						value: count(figure['value']),
						unit: oneOf(figure['unit'], UNITS, 'count'),
						...(figure['of'] === undefined ? {} : { of: count(figure['of']) })
					};
				})
			};
		default:
			return { kind: 'problem', problem: readProblem(from['problem']) };
	}
}
export const readPaths = (value: unknown): string[][] => list(value, MOST_RESULTS, readPath);
