import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

export interface RecordedRequest {
	/** Host of the request: the app's or the frame's. */
	host: string;
	path: string;
	headers: IncomingHttpHeaders;
	/** Index of the request whose answer had arrived last when this one was sent; absent if there was none. */
	afterRequestIndex?: number;
	/** Milliseconds from the last answer to this request, in which the browser worked or the person paused. */
	pauseMilliseconds: number;
	/** Status of the answer; 0 when the browser cancelled the request before it. */
	status: number;
	/** True when the browser cancelled the request, at the answer's first bytes or before. */
	wasCancelled?: true;
}

/** Headers that contain a port or belong to the connection, which are not replayed. */
const HEADERS_NOT_REPLAYED = ['host', 'connection', 'origin', 'referer', 'if-none-match'];

export class VisitRecording {
	readonly #requests: RecordedRequest[] = [];
	readonly #startMoment = performance.now();
	#lastAnswer: { request: number; at: number } | undefined;
	readonly #unansweredRequests = new Set<RecordedRequest>();

	recordRequest(request: IncomingMessage): (status: number, whole: boolean) => void {
		if (request.method !== 'GET')
			throw new Error(`A first visit that sends something: ${request.method} ${request.url}`);
		const requestIndex = this.#requests.length;
		const recordedRequest: RecordedRequest = {
			host: (request.headers.host ?? '').replace(/:\d+$/, ''),
			path: request.url ?? '/',
			headers: Object.fromEntries(
				Object.entries(request.headers).filter(([name]) => !HEADERS_NOT_REPLAYED.includes(name))
			),
			...(this.#lastAnswer && { afterRequestIndex: this.#lastAnswer.request }),
			pauseMilliseconds: performance.now() - (this.#lastAnswer?.at ?? this.#startMoment),
			status: 0
		};
		this.#requests.push(recordedRequest);
		this.#unansweredRequests.add(recordedRequest);
		return (status, whole) => {
			this.#unansweredRequests.delete(recordedRequest);
			recordedRequest.status = status;
			if (!whole) recordedRequest.wasCancelled = true;
			if (status === 0) return;
			this.#lastAnswer = { request: requestIndex, at: performance.now() };
		};
	}

	/** Whether an answer is still awaited. Then the visit goes on, even if the server is slow. */
	get isWaiting(): boolean {
		return this.#unansweredRequests.size > 0;
	}

	/**
	 * Returns the requests in order; throws when one was never answered. Call it when the browser is closed. The first request has no
	 * `afterRequestIndex`.
	 */
	listRecordedRequests(): RecordedRequest[] {
		const addresses = [...this.#unansweredRequests].map(({ host, path }) => host + path);
		if (addresses.length > 0) throw new Error(`Never answered: ${addresses.join(', ')}.`);
		return this.#requests.map((request) =>
			request.afterRequestIndex === undefined ? { ...request, pauseMilliseconds: 0 } : request
		);
	}
}
