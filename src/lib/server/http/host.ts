/**
 * Reads a Host header. Its value ends up in policies and redirects, so what is not plainly a host and a port is refused.
 * Absent on purpose: a list of allowed names. A teacher's laptop is reached under names that nobody can list beforehand.
 */
const HOST = /^(?:[a-z0-9](?:[a-z0-9._-]{0,252}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

export function parseHost(header: string | undefined): URL | undefined {
	if (header === undefined || !HOST.test(header)) return undefined;
	const address = `http://${header}`;
	return URL.canParse(address) ? new URL(address) : undefined;
}
