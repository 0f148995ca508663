/** What goes in, from whoever made the one who reads: only the kind is looked at. */
import { fields, ProtocolError } from './fields.ts';
import type { ToFrame, ToPage, ToRun, ToWorker } from './messages.ts';

const TO_FRAME = new Set<unknown>(['run', 'check', 'call', 'measure', 'ping']);
/** From the app, whose origin the shell has checked: only the kind is looked at. */
export function readToFrame(value: unknown): ToFrame {
	if (!TO_FRAME.has(fields(value)['type'])) throw new ProtocolError('Not a message to the frame.');
	return value as ToFrame;
}
const TO_RUN = new Set<unknown>(['stop', 'pause', 'resume', 'step', 'update']);
export function readToRun(value: unknown): ToRun {
	if (!TO_RUN.has(fields(value)['type'])) throw new ProtocolError('Not a message to a run.');
	return value as ToRun;
}
/** From the frame, the worker's maker: as above. */
export function readToWorker(value: unknown): ToWorker {
	if (typeof fields(value)['type'] !== 'string') throw new ProtocolError('Not a message to a worker.');
	return value as ToWorker;
}
/** From the frame, the page's maker. */
export function readToPage(value: unknown): ToPage {
	const { type } = fields(value);
	if (type !== 'open' && type !== 'ping') throw new ProtocolError('Not a message to a page.');
	return value as ToPage;
}
