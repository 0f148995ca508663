/** Tells whether a host name leads every machine to itself, so no other machine can open it. */
export const isOfThisMachine = (hostname: string): boolean =>
	/^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[?::1\]?)$/.test(hostname);
