/** Parsers of the parts that messages share: console lines, problems, results, figures. */
import type { StagePicture } from '../contract.ts';
import type { CheckResult, ConsoleEntry, ConsoleLevel, SourcePlace, Problem, ConsoleValue } from '../report.ts';
import { ProtocolError, readCount, readFields, readLimitedList, oneOf, readText, type Fields } from './fields.ts';
import type { QuestionOutcome } from './messages.ts';

const MAX_CONSOLE_ENTRIES = 200;
const MOST_RESULTS = 2_000;
const MOST_LINES = 100;
const MAX_DEPTH = 8;

const CONSOLE_LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const satisfies readonly ConsoleLevel[];
const SHOWN_KINDS = ['string', 'number', 'boolean', 'nothing', 'function', 'object', 'list', 'error', 'other'] as const;
const FIGURE_UNITS = ['cents', 'minutes', 'count', 'percent', 'grams', 'kilometres', 'days'] as const;

function readShown(value: unknown, depth = 0): ConsoleValue {
	const from = readFields(value);
	const shown: ConsoleValue = { kind: oneOf(from['kind'], SHOWN_KINDS, 'other'), text: readText(from['text']) };
	if (Array.isArray(from['entries']) && depth < MAX_DEPTH) {
		shown.entries = readLimitedList(from['entries'], MAX_CONSOLE_ENTRIES, (item) => {
			const entry = readFields(item);
			return { key: readText(entry['key']), value: readShown(entry['value'], depth + 1) };
		});
	}
	if (from['more'] !== undefined) shown.more = readCount(from['more']);
	return shown;
}

function readEntry(value: unknown): ConsoleEntry {
	const from = readFields(value);
	return {
		level: oneOf(from['level'], CONSOLE_LEVELS, 'log'),
		values: readLimitedList(from['values'], 50, (item) => readShown(item)),
		times: Math.max(1, readCount(from['times']))
	};
}
export const readConsoleEntries = (value: unknown): ConsoleEntry[] =>
	readLimitedList(value, MAX_CONSOLE_ENTRIES, readEntry);

/** Reads a place in the bundle. The app finds the place in the source file with the source map. */
function readPlace(value: unknown): { place?: SourcePlace } {
	if (value === undefined) return {};
	const from = readFields(value);
	return { place: { file: readText(from['file']), line: readCount(from['line']), column: readCount(from['column']) } };
}

export function readProblem(value: unknown): Problem {
	const from = readFields(value);
	const place = readPlace(from['place']);
	switch (from['kind']) {
		case 'assertion':
			return {
				kind: 'assertion',
				matcher: readText(from['matcher']),
				message: readText(from['message']),
				...(from['expected'] === undefined ? {} : { expected: readText(from['expected']) }),
				...(from['received'] === undefined ? {} : { received: readText(from['received']) }),
				...place
			};
		case 'thrown':
			return { kind: 'thrown', name: readText(from['name']), message: readText(from['message']), ...place };
		case 'time':
			return { kind: 'time', limit: readCount(from['limit']), ...place };
		case 'memory':
			return { kind: 'memory' };
		default:
			return { kind: 'crash', message: readText(from['message']) };
	}
}

/** Pixels that the longer side of a picture has at most. */
export const MOST_PICTURE_SIDE = 2_560;

export function readPicture(value: unknown): StagePicture {
	const { width, height, pixels } = readFields(value);
	const isSide = (side: unknown): side is number =>
		typeof side === 'number' && Number.isInteger(side) && side > 0 && side <= MOST_PICTURE_SIDE;
	const isWhole =
		isSide(width) && isSide(height) && pixels instanceof Uint8ClampedArray && pixels.length === width * height * 4;
	if (!isWhole) throw new ProtocolError('Not a picture.');
	return { width, height, pixels: new Uint8ClampedArray(pixels) };
}

export const readLines = (value: unknown): string[] => readLimitedList(value, MOST_LINES, readText);
export const readPath = (value: unknown): string[] => readLimitedList(value, 20, readText);
export function readResult(value: unknown): CheckResult {
	const from = readFields(value);
	return {
		path: readPath(from['path']),
		status: oneOf(from['status'], ['pass', 'fail', 'error'], 'error'),
		console: readConsoleEntries(from['console']),
		duration: readCount(from['duration']),
		...(from['problem'] === undefined ? {} : { problem: readProblem(from['problem']) })
	};
}
export const readResults = (value: unknown): CheckResult[] => readLimitedList(value, MOST_RESULTS, readResult);
export const readLoadProblem = (from: Fields) =>
	from['load'] === undefined ? {} : { load: readProblem(from['load']) };

export function readQuestionOutcome(value: unknown): QuestionOutcome {
	const from = readFields(value);
	switch (from['kind']) {
		case 'value':
			return { kind: 'value', shown: readText(from['shown']), data: from['data'] };
		case 'figures':
			return {
				kind: 'figures',
				figures: readLimitedList(from['figures'], 50, (item) => {
					const figure = readFields(item);
					return {
						id: readText(figure['id']),
						value: readCount(figure['value']),
						unit: oneOf(figure['unit'], FIGURE_UNITS, 'count'),
						...(figure['of'] === undefined ? {} : { of: readCount(figure['of']) })
					};
				})
			};
		default:
			return { kind: 'problem', problem: readProblem(from['problem']) };
	}
}
export const readPaths = (value: unknown): string[][] => readLimitedList(value, MOST_RESULTS, readPath);
