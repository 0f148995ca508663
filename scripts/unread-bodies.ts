/** Drains the body of a refused request, because the connection's next request follows it. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bytes that any request may bring; a connection that brings more is closed. */
const MAX_UNREAD_BYTES = 8_000_000;

/** Drains the body after the answer. Node only drains bodies that no handler has begun to read. */
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
