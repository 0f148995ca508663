/**
 * Headers that keep programs inside the frame. Each stops an attack of tests/attacks; docs/security.md lists the gaps of
 * browsers.
 */

/** Hashes by which the policies allow the scripts of the shell, of the inner frame (`runner`) and of page programs. */
export interface ScriptHashes {
	shell: string;
	runner: string;
	page: string;
}

/** Directives in the policy of every document. Never add a source on a network, or for scripts `'unsafe-inline'` or `blob:`. */
const SHARED_POLICY_DIRECTIVES = [
	"default-src 'none'",
	"style-src 'unsafe-inline'",
	'img-src data: blob:',
	'media-src data: blob:',
	'font-src data: blob:',
	"connect-src 'none'",
	"frame-src 'none'",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'none'"
];

/**
 * Returns the policy for the <meta> of a document inside the shell: the inner frame, which may run both runners, or a page
 * program, which may run only its own. Each document inherits the surrounding policy, and this policy narrows it to what programs
 * need.
 */
export function nestedDocumentPolicy(...scriptHashes: string[]): string {
	const scriptSources = scriptHashes.map((hash) => `'${hash}'`).join(' ');
	return [...SHARED_POLICY_DIRECTIVES, `script-src ${scriptSources} 'unsafe-eval'`, 'worker-src blob:'].join('; ');
}

/** Returns the shell page's headers. Only pages of `appOrigins` may embed the shell; with an empty list, none may. */
export function shellHeaders(hashes: ScriptHashes, appOrigins: string[]): Record<string, string> {
	const frameAncestors = appOrigins.length === 0 ? "'none'" : appOrigins.join(' ');
	return {
		'content-type': 'text/html; charset=utf-8',
		'cache-control': 'no-cache',
		'content-security-policy': [
			...SHARED_POLICY_DIRECTIVES,
			`script-src '${hashes.shell}' '${hashes.runner}' '${hashes.page}' 'unsafe-eval'`,
			"worker-src 'self' blob:",
			`frame-ancestors ${frameAncestors}`
		].join('; '),
		'connection-allowlist': '(response-origin)',
		'document-isolation-policy': 'isolate-and-require-corp',
		'cross-origin-resource-policy': 'cross-origin',
		'x-dns-prefetch-control': 'off',
		'referrer-policy': 'no-referrer',
		'x-content-type-options': 'nosniff',
		'permissions-policy':
			'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), fullscreen=(), clipboard-read=(), clipboard-write=()'
	};
}

/** Returns the headers of the service worker's script, which may only fetch from its own origin. */
export function serviceWorkerHeaders(): Record<string, string> {
	return {
		'content-type': 'text/javascript; charset=utf-8',
		'cache-control': 'no-cache',
		'content-security-policy': "default-src 'none'; connect-src 'self'",
		'cross-origin-resource-policy': 'same-origin',
		'referrer-policy': 'no-referrer',
		'x-content-type-options': 'nosniff'
	};
}
