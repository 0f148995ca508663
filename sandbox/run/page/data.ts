/** Answers what a page fetches from its project's own files; the policy refuses everything else. */

const TYPES: Record<string, string> = { csv: 'text/csv', json: 'application/json', txt: 'text/plain' };

/** `data` holds texts by path. An address that names none of them goes to the network, where it is refused and reported. */
export function answerFetches(data: Readonly<Record<string, string>>): void {
	const realFetch = globalThis.fetch.bind(globalThis);
	globalThis.fetch = (input, init) => {
		const written = input instanceof Request ? input.url : String(input);
		const path = pathOf(written);
		const text = Object.hasOwn(data, path) ? data[path] : undefined;
		if (text === undefined) return realFetch(input, init);
		const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain';
		const response = new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } });
		// Libraries name a file by the address that its answer came from.
		Object.defineProperty(response, 'url', { value: written });
		return Promise.resolve(response);
	};
}

/** A document of `srcdoc` resolves a path against the address of the document around it. */
function pathOf(address: string): string {
	const withoutBase = address.startsWith(document.baseURI) ? address.slice(document.baseURI.length) : address;
	return withoutBase
		.replace(/^about:srcdoc\/?/, '')
		.replace(/^(?:\.?\/)+/, '')
		.replace(/[?#].*$/, '');
}
