/** Headers that are the same for every page; svelte.config.js and policies.ts set the others. */

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

/** A worker obeys its own response's policy. Only the compiler's gets WebAssembly, denied to pages like `unsafe-eval`. */
export const WORKER_POLICY = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"connect-src 'self'",
	"worker-src 'self'"
].join('; ');

/** Policy of files that are neither a page nor a worker: allows nothing, should one be opened as a page. */
export const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";
