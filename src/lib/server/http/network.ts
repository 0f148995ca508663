/** Lists the addresses under which other machines on the network reach this one. */
import { networkInterfaces } from 'node:os';
import { isLoopbackHost } from '#lib/domain/local-address.ts';
import { environment } from '#lib/server/environment.ts';

/**
 * Patterns of addresses, likeliest first: home and school networks, then others. Self-assigned addresses (169.254) are left out, as they
 * lead nowhere.
 */
const LIKELY_ADDRESS_PATTERNS = [/^192\.168\./, /^10\./, /./];

export function networkAddresses(port: number): string[] {
	const addresses = Object.values(networkInterfaces())
		.flatMap((list) => list ?? [])
		.filter(({ internal, family, address }) => !internal && family === 'IPv4' && !address.startsWith('169.254.'))
		.map(({ address }) => address);
	const rankOf = (address: string) => LIKELY_ADDRESS_PATTERNS.findIndex((pattern) => pattern.test(address));
	return addresses.sort((one, other) => rankOf(one) - rankOf(other)).map((address) => `http://${address}:${port}`);
}

/** Returns addresses that students can open, when `url` only works on this machine; empty when `url` works elsewhere or none is known. */
export function addressesForStudents(url: URL): string[] {
	if (!isLoopbackHost(url.hostname)) return [];
	const { origin, host, port } = environment();
	if (origin !== undefined) return isLoopbackHost(new URL(origin).hostname) ? [] : [origin];
	if (host === undefined || host === '0.0.0.0' || host === '::') return networkAddresses(port);
	return isLoopbackHost(host) ? [] : [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
}
