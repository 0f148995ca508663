/** Rebuilds messages from the frame, its workers and its pages; throws ProtocolError for anything else. */
import { readFiniteNumber, readMessageFields, readOneOf, ProtocolError } from './fields.ts';
import { readSoundNote } from '../note.ts';
import { CURSOR_SHAPES } from '../cursor-shape.ts';
import { readSoundCommand } from '../sound-command.ts';
import { readStoredItems } from '../stored-items.ts';
import type {
	MessageFromProgramQuestion,
	MessageFromCheckRun,
	MessageFromFrame,
	MessageFromPage,
	MessageFromProgram,
	MessageFromRun,
	MessageFromWorker
} from './messages.ts';
import { readConsoleEntries } from './console-entries.ts';
import {
	readTextLines,
	readOptionalLoadProblem,
	readProgramQuestionOutcome,
	readCheckPath,
	readCheckTitlePaths,
	readStagePicture,
	readProblem,
	readCheckResults
} from './parts.ts';

/**
 * Rebuilds a message of a run. Like all parsers in this file, it copies only known fields. It is written by hand, without a schema
 * library, because it runs for every message.
 */
export function readMessageFromRun(value: unknown): MessageFromRun {
	const from = readMessageFields(value);
	switch (from['type']) {
		case 'console':
			return {
				type: 'console',
				entries: readConsoleEntries(from['entries']),
				dropped: readFiniteNumber(from['dropped'])
			};
		case 'drawn': {
			const description = from['description'] === undefined ? {} : { description: readTextLines(from['description']) };
			return { type: 'drawn', frame: readFiniteNumber(from['frame']), ...description };
		}
		case 'error':
			return { type: 'error', problem: readProblem(from['problem']) };
		case 'stored': {
			const items = readStoredItems(from['items']);
			if (items === undefined) throw new ProtocolError('Not items within the bounds.');
			return { type: 'stored', items };
		}
		case 'kept':
			return { type: 'kept' };
		case 'sound':
			return { type: 'sound', isHeard: from['isHeard'] === true };
		case 'picture':
			return { type: 'picture', picture: from['picture'] === null ? null : readStagePicture(from['picture']) };
		case 'stopped':
			return { type: 'stopped', reason: readOneOf(from['reason'], ['asked', 'error', 'hang', 'replaced'], 'hang') };
		default:
			throw new ProtocolError('Not a message of a run.');
	}
}

function readMessageFromProgram(value: unknown): MessageFromProgram {
	const event = readMessageFromRun(value);
	switch (event.type) {
		case 'stopped':
		case 'kept':
		case 'sound':
		case 'picture':
			throw new ProtocolError('Only the frame says this.');
		default:
			return event;
	}
}

export function readMessageFromCheckRun(value: unknown): MessageFromCheckRun {
	const from = readMessageFields(value);
	switch (from['type']) {
		case 'results':
			return { type: 'results', results: readCheckResults(from['results']) };
		case 'done':
			return { type: 'done', ...readOptionalLoadProblem(from) };
		default:
			throw new ProtocolError('Not a message of a check.');
	}
}

export function readMessageFromProgramQuestion(value: unknown): MessageFromProgramQuestion {
	const from = readMessageFields(value);
	if (from['type'] !== 'outcome') throw new ProtocolError('Not an outcome.');
	return { type: 'outcome', outcome: readProgramQuestionOutcome(from['outcome']) };
}

export function readMessageFromFrame(value: unknown): MessageFromFrame {
	const from = readMessageFields(value);
	return { type: readOneOf(from['type'], ['ready', 'pong'], 'pong') };
}

function readBitmap(value: unknown): ImageBitmap {
	if (!(value instanceof ImageBitmap)) throw new ProtocolError('Not a picture.');
	return value;
}

/** Parses a message from a worker. The program runs in the same realm, so the frame does not trust it. */
export function readMessageFromWorker(value: unknown): MessageFromWorker {
	const from = readMessageFields(value);
	switch (from['type']) {
		case 'ready':
		case 'pong':
			return { type: from['type'] };
		case 'picture':
			return { type: 'picture', picture: readBitmap(from['picture']) };
		case 'cursor':
			return { type: 'cursor', shape: readOneOf(from['shape'], CURSOR_SHAPES, 'default') };
		case 'note': {
			const note = readSoundNote(from['note']);
			if (note === undefined) throw new ProtocolError('Not a note within the bounds.');
			return { type: 'note', note };
		}
		case 'sound-command': {
			const command = readSoundCommand(from['command']);
			if (command === undefined) throw new ProtocolError('Not a command to a sound.');
			return { type: 'sound-command', command };
		}
		case 'planned':
			return { type: 'planned', paths: readCheckTitlePaths(from['paths']) };
		case 'begun':
			return {
				type: 'begun',
				results: readCheckResults(from['results']),
				path: readCheckPath(from['path']),
				timeLimit: readFiniteNumber(from['timeLimit'])
			};
		case 'finished':
			return { type: 'finished', results: readCheckResults(from['results']), ...readOptionalLoadProblem(from) };
		case 'outcome':
			return readMessageFromProgramQuestion(from);
		default:
			return readMessageFromProgram(from);
	}
}

export function readMessageFromPage(value: unknown): MessageFromPage {
	const from = readMessageFields(value);
	if (from['type'] === 'pong') return { type: 'pong' };
	if (from['type'] === 'sound') return { type: 'sound' };
	if (from['type'] === 'endless') return { type: 'endless', problem: readProblem(from['problem']) };
	if (from['type'] === 'picture')
		return { type: 'picture', picture: from['picture'] === null ? null : readBitmap(from['picture']) };
	return readMessageFromProgram(from);
}
