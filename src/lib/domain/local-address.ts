/** Tells which host names lead each machine to itself. */

/** Whether a host name stands for all addresses of a machine: a server may listen on it, but no other machine reaches it by that name. */
export const isWildcardHost = (hostname: string): boolean => /^(?:0\.0\.0\.0|\[?::\]?)$/.test(hostname);

/** Whether a host name leads each machine to itself, as the wildcard does in a browser, so that no other machine can open it. */
export const isLoopbackHost = (hostname: string): boolean =>
	isWildcardHost(hostname) || /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[?::1\]?)$/.test(hostname);
