/** Parsers of messages from the frame, its workers and its pages, which stay `unknown` until rebuilt. */
import { readCount, readFields, oneOf, ProtocolError } from './fields.ts';
import type { FromQuestion, FromChecking, FromFrame, FromPage, FromProgram, FromRun, FromWorker } from './messages.ts';
import {
	readConsoleEntries,
	readLines,
	readLoadProblem,
	readQuestionOutcome,
	readPath,
	readPaths,
	readPicture,
	readProblem,
	readResults
} from './parts.ts';

/**
 * Rebuilds a message of a run. Like all parsers in this file, it copies only known fields. It is written by hand, without a schema
 * library, because it runs for every message.
 */
export function readFromRun(value: unknown): FromRun {
	const from = readFields(value);
	switch (from['type']) {
		case 'console':
			return { type: 'console', entries: readConsoleEntries(from['entries']), dropped: readCount(from['dropped']) };
		case 'drawn': {
			const description = from['description'] === undefined ? {} : { description: readLines(from['description']) };
			return { type: 'drawn', frame: readCount(from['frame']), ...description };
		}
		case 'error':
			return { type: 'error', problem: readProblem(from['problem']) };
		case 'kept':
			return { type: 'kept' };
		case 'picture':
			return { type: 'picture', picture: from['picture'] === null ? null : readPicture(from['picture']) };
		case 'stopped':
			return { type: 'stopped', reason: oneOf(from['reason'], ['asked', 'error', 'hang', 'replaced'], 'hang') };
		default:
			throw new ProtocolError('Not a message of a run.');
	}
}

function readFromProgram(value: unknown): FromProgram {
	const event = readFromRun(value);
	if (event.type === 'stopped' || event.type === 'kept' || event.type === 'picture')
		throw new ProtocolError('Only the frame says this.');
	return event;
}

export function readFromChecking(value: unknown): FromChecking {
	const from = readFields(value);
	switch (from['type']) {
		case 'results':
			return { type: 'results', results: readResults(from['results']) };
		case 'done':
			return { type: 'done', ...readLoadProblem(from) };
		default:
			throw new ProtocolError('Not a message of a check.');
	}
}

export function readFromQuestion(value: unknown): FromQuestion {
	const from = readFields(value);
	if (from['type'] !== 'outcome') throw new ProtocolError('Not an outcome.');
	return { type: 'outcome', outcome: readQuestionOutcome(from['outcome']) };
}

export function readFromFrame(value: unknown): FromFrame {
	const from = readFields(value);
	return { type: oneOf(from['type'], ['ready', 'pong'], 'pong') };
}

/** Parses a message from a worker. The program runs in the same realm, so the frame does not trust it. */
export function readFromWorker(value: unknown): FromWorker {
	const from = readFields(value);
	switch (from['type']) {
		case 'ready':
		case 'pong':
			return { type: from['type'] };
		case 'picture':
			if (!(from['picture'] instanceof ImageBitmap)) throw new ProtocolError('Not a picture.');
			return { type: 'picture', picture: from['picture'] };
		case 'planned':
			return { type: 'planned', paths: readPaths(from['paths']) };
		case 'begun':
			return {
				type: 'begun',
				results: readResults(from['results']),
				path: readPath(from['path']),
				timeLimit: readCount(from['timeLimit'])
			};
		case 'finished':
			return { type: 'finished', results: readResults(from['results']), ...readLoadProblem(from) };
		case 'outcome':
			return readFromQuestion(from);
		default:
			return readFromProgram(from);
	}
}

export function readFromPage(value: unknown): FromPage {
	const from = readFields(value);
	if (from['type'] === 'pong') return { type: 'pong' };
	if (from['type'] === 'endless') return { type: 'endless', problem: readProblem(from['problem']) };
	return readFromProgram(from);
}
