/** Tells whether a host name leads each machine to itself, so that no other machine can open it. */
export const isLoopbackHost = (hostname: string): boolean =>
	/^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[?::1\]?)$/.test(hostname);
