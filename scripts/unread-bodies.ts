/** Reads what a refused request still brings, since the next request of its connection comes behind it. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bytes: the most that any request may bring. A connection that brings more is closed. */
const MOST = 8_000_000;

/** A handler that began to read and stopped leaves the rest where it is: Node only clears away what nobody began. */
export function clearUnread(request: IncomingMessage, response: ServerResponse): void {
	response.once('finish', () => {
		if (request.complete) return;
		let size = 0;
		request.removeAllListeners('data');
		request.on('data', (part: Buffer) => {
			size += part.length;
			if (size > MOST) request.destroy();
		});
		request.resume();
	});
}
