export interface EngineAddresses {
	plain: string;
	/** Address of the same file, gzipped at build time; null in the dev server. */
	gzipped: string | null;
}

/** The plain file compresses better and its compiled code is cached; the gzipped one is for proxies that do not. */
export async function fetchEngine({ plain, gzipped }: EngineAddresses): Promise<WebAssembly.Module> {
	const leaving = new AbortController();
	const response = await fetch(plain, { signal: leaving.signal }).catch(() => null);
	const arrived = response?.ok === true;
	const inflates = gzipped !== null && 'DecompressionStream' in globalThis;
	if (arrived && (response.headers.has('content-encoding') || !inflates)) return WebAssembly.compileStreaming(response);
	if (!inflates) throw new Error(`the engine did not come: ${response?.status ?? 'no answer'}`);
	leaving.abort();
	const own = await fetch(gzipped);
	if (!own.ok || own.body === null) throw new Error(`the gzipped engine did not come: ${own.status}`);
	const inflated = own.body.pipeThrough(new DecompressionStream('gzip'));
	return WebAssembly.compileStreaming(new Response(inflated, { headers: { 'content-type': 'application/wasm' } }));
}
