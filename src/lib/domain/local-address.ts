/**
 * Tells whether a host name stands for all addresses of a machine: a server may listen on it, but no other machine reaches it by
 * that name.
 */
export const isWildcardHost = (hostname: string): boolean => /^(?:0\.0\.0\.0|\[?::\]?)$/.test(hostname);

/**
 * Tells whether a browser reaches its own machine by a host name, the wildcard included, so that no other machine can open the
 * address.
 */
export const isLoopbackHost = (hostname: string): boolean =>
	isWildcardHost(hostname) || /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[?::1\]?)$/.test(hostname);
