/** Reads the rest of a refused request, because the connection's next request comes after it. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Upper limit of bytes that are read. A connection that sends more is closed. */
const MAX_UNREAD_BYTES = 8_000_000;

/** Reads the rest after the answer was sent. Node itself only does so for requests that no handler began to read. */
export function drainUnreadBody(request: IncomingMessage, response: ServerResponse): void {
	response.once('finish', () => {
		if (request.complete) return;
		let size = 0;
		request.removeAllListeners('data');
		request.on('data', (part: Buffer) => {
			size += part.length;
			if (size > MAX_UNREAD_BYTES) request.destroy();
		});
		request.resume();
	});
}
