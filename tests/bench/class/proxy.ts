import {
	Agent,
	createServer,
	request,
	type ClientRequest,
	type IncomingHttpHeaders,
	type IncomingMessage
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ProxyOptions {
	targetPort: number;
	rewriteHeaders?(headers: IncomingHttpHeaders): IncomingHttpHeaders;
	/**
	 * Called for each request. Its returned function is called when the answer ends, with the status (0 if there was no answer) and
	 * whether the answer was complete.
	 */
	onrequest?(request: IncomingMessage): (status: number, whole: boolean) => void;
}

export interface SchoolProxy {
	port: number;
	close(): Promise<void>;
}

export async function openSchoolProxy({
	targetPort,
	rewriteHeaders = (same) => same,
	onrequest
}: ProxyOptions): Promise<SchoolProxy> {
	const agent = new Agent({ keepAlive: true });
	let isClosed = false;
	const server = createServer((incomingRequest, outgoingAnswer) => {
		const onend = onrequest?.(incomingRequest);
		const { method, url: path, headers } = incomingRequest;
		let hasRequestFailed = false;
		let forwardedRequest: ClientRequest;
		const forwardRequest = (): void => {
			forwardedRequest = request(
				{ agent, host: '127.0.0.1', port: targetPort, method, path, headers: rewriteHeaders(headers) },
				(answer) => {
					const { statusCode = 502, rawHeaders } = answer;
					outgoingAnswer.writeHead(statusCode, rawHeaders);
					answer.pipe(outgoingAnswer);
					answer.once('end', () => onend?.(statusCode, true));
					outgoingAnswer.once('close', () => {
						if (!answer.readableEnded) onend?.(statusCode, false);
					});
				}
			);
			forwardedRequest.on('error', () => {
				const isAwaited = !outgoingAnswer.closed && !isClosed;
				// The server closed an idle connection just as the request was sent over it.
				if (isAwaited && forwardedRequest.reusedSocket && method === 'GET' && !outgoingAnswer.headersSent)
					return forwardRequest();
				hasRequestFailed = isAwaited;
				outgoingAnswer.destroy();
			});
			incomingRequest.pipe(forwardedRequest);
		};
		outgoingAnswer.once('close', () => {
			if (!outgoingAnswer.headersSent && !hasRequestFailed) onend?.(0, false);
			forwardedRequest.destroy();
		});
		forwardRequest();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		close() {
			isClosed = true;
			agent.destroy();
			server.closeAllConnections();
			return new Promise((resolve) => server.close(() => resolve()));
		}
	};
}

/** Removes `accept-encoding`, so that nothing is compressed. Some proxies do so to inspect answers. */
export function removeAcceptEncoding({ 'accept-encoding': _, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders {
	return headers;
}
