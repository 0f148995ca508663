/** Reads a Host header and refuses everything but a host with or without a port. */
const HOST_HEADER_PATTERN = /^(?:[a-z0-9](?:[a-z0-9._-]{0,252}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * Parses a Host header; undefined when malformed, because the value ends up in policies and redirects. There is no list of
 * allowed names on purpose, because a teacher's laptop is reached under names that nobody can list beforehand.
 */
export function parseHostHeader(header: string | undefined): URL | undefined {
	if (header === undefined || !HOST_HEADER_PATTERN.test(header)) return undefined;
	const address = `http://${header}`;
	return URL.canParse(address) ? new URL(address) : undefined;
}
