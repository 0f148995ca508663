/** The gate that every request passes first, in production as well as in `npm run dev`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '#lib/server/environment.ts';
import { HOST_ROLE_HEADER, type HostRole } from '#lib/server/shell/addresses.ts';

/** Reads a Host header and refuses everything but a host with or without a port. */
const HOST_HEADER_PATTERN = /^(?:[a-z0-9](?:[a-z0-9._-]{0,252}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * Parses a Host header; undefined when malformed, because the value ends up in policies and redirects. There is no list of
 * allowed names on purpose, because a teacher's laptop is reached under names that nobody can list beforehand.
 */
export function parseHostHeader(header: string | undefined): URL | undefined {
	if (header === undefined || !HOST_HEADER_PATTERN.test(header)) return undefined;
	const address = `http://${header}`;
	return URL.canParse(address) ? new URL(address) : undefined;
}

/** Request header in which the gate passes the protocol on. The gate overwrites a header of this name from a client. */
export const GATE_PROTOCOL_HEADER = 'braise-protocol';

/** Headers of every response; svelte.config.js and hooks.server.ts set the other headers. */
const HEADERS_OF_EVERY_RESPONSE: Record<string, string> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'x-dns-prefetch-control': 'off',
	'permissions-policy':
		'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), payment=(), display-capture=(), browsing-topics=()'
};

const APP_HOST_HEADERS: Record<string, string> = {
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};

/**
 * Policy of workers: a worker obeys the policy of its own script's response. Only the compiler's worker needs WebAssembly, which pages may
 * not use.
 */
const WORKER_CONTENT_POLICY = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"connect-src 'self'",
	"worker-src 'self'"
].join('; ');

/** Policy of files that are neither a page nor a worker: allows nothing in case a file is opened as a page. */
const FILE_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const WORKER_FETCH_DESTINATIONS = new Set(['worker', 'sharedworker', 'serviceworker']);

export function createRequestGate(listenerRole: HostRole, environment: Environment): Middleware {
	const sandboxHost = environment.sandboxOrigin && new URL(environment.sandboxOrigin).host;
	return (request, response, next) => {
		const host = parseHostHeader(request.headers.host);
		const path = parseRequestPath(request.url);
		if (!host || path === undefined) return refuseRequest(response, 400, 'Bad Request');
		const role: HostRole = listenerRole === 'shell' || host.host === sandboxHost ? 'shell' : 'app';
		const isShell = path.startsWith('/sandbox/');
		for (const [name, value] of Object.entries({
			...HEADERS_OF_EVERY_RESPONSE,
			...(isShell ? {} : APP_HOST_HEADERS)
		})) {
			response.setHeader(name, value);
		}
		if (role === 'shell' && !isShell) return refuseRequest(response, 404, 'Not Found');
		if (role === 'app' && host.hostname === '[::1]' && request.method === 'GET') {
			// A content security policy cannot name an IPv6 address, so the page could not allow the shell's frame there: go to localhost.
			response.writeHead(307, { location: `http://localhost${host.port && `:${host.port}`}${request.url ?? '/'}` });
			return void response.end();
		}
		response.setHeader(
			'content-security-policy',
			isWorkerRequest(request, path) ? WORKER_CONTENT_POLICY : FILE_CONTENT_POLICY
		);
		request.headers[HOST_ROLE_HEADER] = role;
		request.headers[GATE_PROTOCOL_HEADER] = requestProtocolOf(request, environment);
		next();
	};
}

function isWorkerRequest(request: IncomingMessage, path: string): boolean {
	// Over plain http on a network, browsers send no Sec-Fetch headers, so workers are also recognised by their path.
	return (
		path.startsWith('/_app/immutable/workers/') ||
		WORKER_FETCH_DESTINATIONS.has(String(request.headers['sec-fetch-dest']))
	);
}

function requestProtocolOf(request: IncomingMessage, { origin, protocolHeader }: Environment): 'http' | 'https' {
	const protocol = origin ? new URL(origin).protocol.slice(0, -1) : protocolHeader && request.headers[protocolHeader];
	return protocol === 'https' ? 'https' : 'http';
}

function parseRequestPath(url: string | undefined): string | undefined {
	// Refuse a request line with a full address (`GET http://other/`), which would name a second host.
	if (!url?.startsWith('/')) return undefined;
	const address = `http://host${url}`;
	return URL.canParse(address) ? new URL(address).pathname : undefined;
}

function refuseRequest(response: ServerResponse, status: number, text: string): void {
	response.writeHead(status, {
		...HEADERS_OF_EVERY_RESPONSE,
		'content-type': 'text/plain',
		'content-security-policy': FILE_CONTENT_POLICY
	});
	response.end(text);
}
