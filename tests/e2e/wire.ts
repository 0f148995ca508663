/** All that a page sends: addresses, headers, bodies, and what goes through sockets. */
import type { Page } from '@playwright/test';

export interface Wire {
	/** How many requests were seen. */
	count: () => number;
	/** The requests in which one of these stands, however it is written in an address. */
	with: (texts: readonly string[]) => Promise<string[]>;
}

export function wireOf(page: Page): Wire {
	const sent: Promise<{ address: string; all: string }>[] = [];
	page.on('request', (request) => {
		const address = `${request.method()} ${request.url()}`;
		const headers = request.allHeaders().catch(() => ({}));
		const body = request.postDataBuffer();
		sent.push(
			headers.then((all) => ({ address, all: [address, JSON.stringify(all), body?.toString('utf8') ?? ''].join('\n') }))
		);
	});
	page.on('websocket', (socket) => {
		socket.on('framesent', ({ payload }) => {
			sent.push(Promise.resolve({ address: socket.url(), all: payload.toString() }));
		});
	});
	return {
		count: () => sent.length,
		async with(texts) {
			const forms = texts.flatMap((text) => [
				text,
				encodeURIComponent(text),
				new URLSearchParams({ a: text }).toString().slice(2),
				JSON.stringify(text).slice(1, -1),
				Buffer.from(text).toString('base64').replace(/=+$/, '')
			]);
			const seen = await Promise.all(sent);
			return seen.filter(({ all }) => forms.some((form) => all.includes(form))).map(({ address }) => address);
		}
	};
}
