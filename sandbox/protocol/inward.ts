/** Readers of messages from the trusted creator of a context; they check only the type. */
import { readFields, ProtocolError } from './fields.ts';
import type { ToFrame, ToPage, ToRun, ToWorker } from './messages.ts';

const TO_FRAME_TYPES = new Set<unknown>(['run', 'check', 'call', 'measure', 'prepare', 'ping']);
/** Reads a message from the app, whose origin the shell has checked. */
export function readToFrame(value: unknown): ToFrame {
	if (!TO_FRAME_TYPES.has(readFields(value)['type'])) throw new ProtocolError('Not a message to the frame.');
	return value as ToFrame;
}
const TO_RUN_TYPES = new Set<unknown>(['stop', 'pause', 'resume', 'step', 'update', 'picture']);
export function readToRun(value: unknown): ToRun {
	if (!TO_RUN_TYPES.has(readFields(value)['type'])) throw new ProtocolError('Not a message to a run.');
	return value as ToRun;
}
export function readToWorker(value: unknown): ToWorker {
	if (typeof readFields(value)['type'] !== 'string') throw new ProtocolError('Not a message to a worker.');
	return value as ToWorker;
}
export function readToPage(value: unknown): ToPage {
	const { type } = readFields(value);
	if (type !== 'open' && type !== 'ping') throw new ProtocolError('Not a message to a page.');
	return value as ToPage;
}
