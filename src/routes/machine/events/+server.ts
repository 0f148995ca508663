/** Sends three events with pauses, to find proxies that deliver a stream's events together or never. */
import { createStreamResponse } from '#lib/server/realtime/event-stream.ts';
import type { RequestHandler } from './$types';

const PROBE_EVENT_COUNT = 3;
const MILLISECONDS_BETWEEN_EVENTS = 400;

export const GET: RequestHandler = () => {
	const text = new TextEncoder();
	let timer: ReturnType<typeof setInterval> | undefined;
	const body = new ReadableStream<Uint8Array>({
		start(stream) {
			let sentCount = 0;
			const sendNextEvent = () => {
				sentCount += 1;
				stream.enqueue(text.encode(`data: ${sentCount}\n\n`));
				if (sentCount < PROBE_EVENT_COUNT) return;
				clearInterval(timer);
				stream.close();
			};
			sendNextEvent();
			timer = setInterval(sendNextEvent, MILLISECONDS_BETWEEN_EVENTS);
		},
		cancel: () => clearInterval(timer)
	});
	return createStreamResponse({ body });
};
