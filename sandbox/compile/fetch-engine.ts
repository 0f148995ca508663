/** Brings esbuild's WebAssembly in the smallest form that the way to the server lets through. */

export interface EngineAddresses {
	plain: string;
	/** The same, compressed by us; null: not there. */
	packed: string | null;
}

/**
 * The plain file is compressed by the server, better than we can, and browsers keep what they compiled of it. Where somebody on
 * the way undid that, it is left after its first bytes for the packed one.
 */
export async function fetchEngine({ plain, packed }: EngineAddresses): Promise<WebAssembly.Module> {
	const leaving = new AbortController();
	const response = await fetch(plain, { signal: leaving.signal }).catch(() => null);
	const arrived = response?.ok === true;
	const inflates = packed !== null && 'DecompressionStream' in globalThis;
	if (arrived && (response.headers.has('content-encoding') || !inflates)) return WebAssembly.compileStreaming(response);
	if (!inflates) throw new Error(`the engine did not come: ${response?.status ?? 'no answer'}`);
	leaving.abort();
	const own = await fetch(packed);
	if (!own.ok || own.body === null) throw new Error(`the packed engine did not come: ${own.status}`);
	const inflated = own.body.pipeThrough(new DecompressionStream('gzip'));
	return WebAssembly.compileStreaming(new Response(inflated, { headers: { 'content-type': 'application/wasm' } }));
}
