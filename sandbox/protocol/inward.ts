/** Reads messages to frame, workers and pages from the trusted code that created them; checks only the type. */
import { readMessageFields, ProtocolError } from './fields.ts';
import type { MessageToFrame, MessageToPage, MessageToRun, MessageToWorker } from './messages.ts';

const MESSAGE_TO_FRAME_TYPES = new Set<unknown>(['run', 'check', 'call', 'measure', 'prepare', 'ping']);
/** Reads a message from the app, whose origin the shell has checked. */
export function readMessageToFrame(value: unknown): MessageToFrame {
	if (!MESSAGE_TO_FRAME_TYPES.has(readMessageFields(value)['type']))
		throw new ProtocolError('Not a message to the frame.');
	return value as MessageToFrame;
}
const MESSAGE_TO_RUN_TYPES = new Set<unknown>(['stop', 'pause', 'resume', 'step', 'update', 'mute', 'picture']);
export function readMessageToRun(value: unknown): MessageToRun {
	if (!MESSAGE_TO_RUN_TYPES.has(readMessageFields(value)['type'])) throw new ProtocolError('Not a message to a run.');
	return value as MessageToRun;
}
export function readMessageToWorker(value: unknown): MessageToWorker {
	if (typeof readMessageFields(value)['type'] !== 'string') throw new ProtocolError('Not a message to a worker.');
	return value as MessageToWorker;
}
const MESSAGE_TO_PAGE_TYPES = new Set<unknown>(['open', 'ping', 'mute', 'pause', 'resume', 'step', 'picture']);
export function readMessageToPage(value: unknown): MessageToPage {
	if (!MESSAGE_TO_PAGE_TYPES.has(readMessageFields(value)['type'])) throw new ProtocolError('Not a message to a page.');
	return value as MessageToPage;
}
