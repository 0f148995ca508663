import type { Page } from '@playwright/test';

/** Number of letters up to which a text may occur by chance inside other words and random ids. */
const MAX_SHORT_TEXT_LETTERS = 3;

export interface SentRequests {
	count: () => number;
	alsoRecord: (page: Page) => void;
	/** Returns the requests that contain one of the texts, in any URL encoding; a short text counts only as a word of its own. */
	findContaining: (texts: readonly string[]) => Promise<string[]>;
}

export function recordSentRequests(firstPage: Page): SentRequests {
	const pendingRequests: Promise<{ address: string; all: string }>[] = [];
	const alsoRecord = (page: Page) => {
		page.on('request', (request) => {
			const address = `${request.method()} ${request.url()}`;
			const headers = request.allHeaders().catch(() => ({}));
			const body = request.postDataBuffer();
			pendingRequests.push(
				headers.then((all) => ({
					address,
					all: [address, JSON.stringify(all), body?.toString('utf8') ?? ''].join('\n')
				}))
			);
		});
		page.on('websocket', (socket) => {
			socket.on('framesent', ({ payload }) => {
				pendingRequests.push(Promise.resolve({ address: socket.url(), all: payload.toString() }));
			});
		});
	};
	alsoRecord(firstPage);
	return {
		count: () => pendingRequests.length,
		alsoRecord,
		async findContaining(texts) {
			const shortTexts = texts.filter((text) => text.length <= MAX_SHORT_TEXT_LETTERS);
			const encodedForms = texts
				.filter((text) => text.length > MAX_SHORT_TEXT_LETTERS)
				.flatMap((text) => [
					text,
					encodeURIComponent(text),
					new URLSearchParams({ a: text }).toString().slice(2),
					JSON.stringify(text).slice(1, -1),
					...[0, 1, 2].map((place) => encodeBase64At(text, place))
				]);
			const requests = await Promise.all(pendingRequests);
			return requests
				.filter(({ all }) => {
					const words = decodedWordsOf(all);
					return encodedForms.some((form) => all.includes(form)) || shortTexts.some((text) => words.has(text));
				})
				.map(({ address }) => address);
		}
	};
}

/** Returns the words of a request's text, after decoding URL encoding and JSON's escapes. */
function decodedWordsOf(text: string): ReadonlySet<string> {
	const decodedText = text
		.replace(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
		.replace(/\\[nrtbf]/g, ' ');
	return new Set(decodedText.split(/[^\p{L}\p{M}\p{N}_]+/u));
}

/** Returns the base64 of a text that begins at byte `offset`, without the characters that depend on its neighbours. */
function encodeBase64At(text: string, offset: number): string {
	const base64 = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]).toString('base64');
	const bytes = offset + Buffer.byteLength(text);
	return base64.slice(Math.ceil((offset * 8) / 6), Math.floor((bytes * 8) / 6));
}

/** Returns every word of at least two letters in all spellings: with and without accents, in lower case, in upper case and capitalised. */
export function nameSpellingsOf(names: readonly string[]): string[] {
	const words = names.flatMap((name) => name.split(/[^\p{L}]+/u)).filter((word) => word.length > 1);
	const removeAccents = (word: string) => word.replace(/œ/gi, 'oe').normalize('NFD').replace(/\p{M}/gu, '');
	return [...new Set(words.flatMap((word) => [word, removeAccents(word)]).flatMap((word) => letterCasesOf(word)))];
}

const letterCasesOf = (word: string): string[] => [
	word,
	word.toLowerCase(),
	word.toUpperCase(),
	word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
];
