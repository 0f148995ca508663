/** Records everything that a page sends: addresses, headers, bodies and socket messages. */
import type { Page } from '@playwright/test';

export interface SentRequests {
	count: () => number;
	/** Returns the requests that contain one of the texts, in any URL encoding. */
	findContaining: (texts: readonly string[]) => Promise<string[]>;
}

export function recordSentRequests(page: Page): SentRequests {
	const pendingRequests: Promise<{ address: string; all: string }>[] = [];
	page.on('request', (request) => {
		const address = `${request.method()} ${request.url()}`;
		const headers = request.allHeaders().catch(() => ({}));
		const body = request.postDataBuffer();
		pendingRequests.push(
			headers.then((all) => ({ address, all: [address, JSON.stringify(all), body?.toString('utf8') ?? ''].join('\n') }))
		);
	});
	page.on('websocket', (socket) => {
		socket.on('framesent', ({ payload }) => {
			pendingRequests.push(Promise.resolve({ address: socket.url(), all: payload.toString() }));
		});
	});
	return {
		count: () => pendingRequests.length,
		async findContaining(texts) {
			const encodedForms = texts.flatMap((text) => [
				text,
				encodeURIComponent(text),
				new URLSearchParams({ a: text }).toString().slice(2),
				JSON.stringify(text).slice(1, -1),
				...[0, 1, 2].map((place) => inBase64(text, place))
			]);
			const requests = await Promise.all(pendingRequests);
			return requests
				.filter(({ all }) => encodedForms.some((form) => all.includes(form)))
				.map(({ address }) => address);
		}
	};
}

/**
 * Returns the text in base64. `offset` may not be a multiple of three; letters that depend on the text's
 * neighbours are left out.
 */
function inBase64(text: string, offset: number): string {
	const base64 = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]).toString('base64');
	const bytes = offset + Buffer.byteLength(text);
	return base64.slice(Math.ceil((offset * 8) / 6), Math.floor((bytes * 8) / 6));
}

/** Returns every word of the names in all spellings: with and without accents, in lower case, in upper case and capitalised. */
export function spellingsOf(names: readonly string[]): string[] {
	const words = names.flatMap((name) => name.split(/[^\p{L}]+/u)).filter((word) => word.length > 3);
	const withoutAccents = (word: string) => word.replace(/œ/gi, 'oe').normalize('NFD').replace(/\p{M}/gu, '');
	return [...new Set(words.flatMap((word) => [word, withoutAccents(word)]).flatMap((word) => letterCasesOf(word)))];
}

const letterCasesOf = (word: string): string[] => [
	word,
	word.toLowerCase(),
	word.toUpperCase(),
	word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
];
