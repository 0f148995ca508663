import type { IncomingMessage, ServerResponse } from 'node:http';

const MAX_UNREAD_BYTES = 8_000_000;

/** Node reads the rest by itself only if no handler has begun to read the body. */
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
