/** Whether a host's name leads every machine to itself, so that nobody else can open it. */
export const isOfThisMachine = (hostname: string): boolean =>
	/^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[?::1\]?)$/.test(hostname);
