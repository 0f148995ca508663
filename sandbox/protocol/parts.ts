/** Parsers of the parts that messages share: problems, results, figures. */
import type { StagePicture } from '../contract.ts';
import type { CheckResult, SourcePlace, Problem } from '../report.ts';
import { readConsoleEntries } from './console-entries.ts';
import {
	ProtocolError,
	readFiniteNumber,
	readMessageFields,
	readLimitedList,
	readOneOf,
	readLimitedText,
	type MessageFields
} from './fields.ts';
import type { ProgramQuestionOutcome } from './messages.ts';

const MAX_CHECK_RESULTS = 2_000;
const MAX_TEXT_LINES = 100;

const FIGURE_UNITS = ['cents', 'minutes', 'count', 'percent', 'grams', 'kilometres', 'days'] as const;

/** Reads a place in the bundle. The app finds the place in the source file with the source map. */
function readOptionalPlace(value: unknown): { place?: SourcePlace } {
	if (value === undefined) return {};
	const from = readMessageFields(value);
	return {
		place: {
			file: readLimitedText(from['file']),
			line: readFiniteNumber(from['line']),
			column: readFiniteNumber(from['column'])
		}
	};
}

export function readProblem(value: unknown): Problem {
	const from = readMessageFields(value);
	const place = readOptionalPlace(from['place']);
	switch (from['kind']) {
		case 'assertion':
			return {
				kind: 'assertion',
				matcher: readLimitedText(from['matcher']),
				message: readLimitedText(from['message']),
				...(from['expected'] === undefined ? {} : { expected: readLimitedText(from['expected']) }),
				...(from['received'] === undefined ? {} : { received: readLimitedText(from['received']) }),
				...place
			};
		case 'thrown':
			return {
				kind: 'thrown',
				name: readLimitedText(from['name']),
				message: readLimitedText(from['message']),
				...place
			};
		case 'time':
			return { kind: 'time', limit: readFiniteNumber(from['limit']), ...place };
		case 'memory':
			return { kind: 'memory' };
		default:
			return { kind: 'crash', message: readLimitedText(from['message']) };
	}
}

/** Upper limit of pixels of a picture's longer side. */
export const MAX_PICTURE_SIDE_PIXELS = 2_560;

export function readStagePicture(value: unknown): StagePicture {
	const { width, height, pixels } = readMessageFields(value);
	const isSideLength = (side: unknown): side is number =>
		typeof side === 'number' && Number.isInteger(side) && side > 0 && side <= MAX_PICTURE_SIDE_PIXELS;
	const isWholePicture =
		isSideLength(width) &&
		isSideLength(height) &&
		pixels instanceof Uint8ClampedArray &&
		pixels.length === width * height * 4;
	if (!isWholePicture) throw new ProtocolError('Not a picture.');
	return { width, height, pixels: new Uint8ClampedArray(pixels) };
}

export const readTextLines = (value: unknown): string[] => readLimitedList(value, MAX_TEXT_LINES, readLimitedText);
export const readCheckPath = (value: unknown): string[] => readLimitedList(value, 20, readLimitedText);
export function readCheckResult(value: unknown): CheckResult {
	const from = readMessageFields(value);
	return {
		path: readCheckPath(from['path']),
		status: readOneOf(from['status'], ['pass', 'fail', 'error'], 'error'),
		console: readConsoleEntries(from['console']),
		duration: readFiniteNumber(from['duration']),
		...(from['problem'] === undefined ? {} : { problem: readProblem(from['problem']) })
	};
}
export const readCheckResults = (value: unknown): CheckResult[] =>
	readLimitedList(value, MAX_CHECK_RESULTS, readCheckResult);
export const readOptionalLoadProblem = (from: MessageFields) =>
	from['load'] === undefined ? {} : { load: readProblem(from['load']) };

export function readProgramQuestionOutcome(value: unknown): ProgramQuestionOutcome {
	const from = readMessageFields(value);
	switch (from['kind']) {
		case 'value':
			return { kind: 'value', shown: readLimitedText(from['shown']), data: from['data'] };
		case 'figures':
			return {
				kind: 'figures',
				figures: readLimitedList(from['figures'], 50, (item) => {
					const figure = readMessageFields(item);
					return {
						id: readLimitedText(figure['id']),
						value: readFiniteNumber(figure['value']),
						unit: readOneOf(figure['unit'], FIGURE_UNITS, 'count'),
						...(figure['of'] === undefined ? {} : { of: readFiniteNumber(figure['of']) })
					};
				})
			};
		default:
			return { kind: 'problem', problem: readProblem(from['problem']) };
	}
}
export const readCheckTitlePaths = (value: unknown): string[][] =>
	readLimitedList(value, MAX_CHECK_RESULTS, readCheckPath);
