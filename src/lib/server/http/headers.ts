/** Headers that do not depend on the page. The app's own policy stands in svelte.config.js, its `frame-src` in policies.ts. */

export const EVERYWHERE: Record<string, string> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'x-dns-prefetch-control': 'off',
	'permissions-policy':
		'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), payment=(), display-capture=(), browsing-topics=()'
};

export const APP: Record<string, string> = {
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};

/**
 * A worker is governed by its own response, not by the page that starts it. The compiler is WebAssembly;
 * the page itself is denied that, as it is denied `unsafe-eval`.
 */
export const WORKER_POLICY = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"connect-src 'self'",
	"worker-src 'self'"
].join('; ');

/** For files that are neither a page nor a worker: nothing, should one ever be opened as a page. */
export const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";
