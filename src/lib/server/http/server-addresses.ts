import { networkInterfaces } from 'node:os';
import { isLoopbackHost, isWildcardHost } from '#lib/domain/local-address.ts';
import { environment, type Environment } from '#lib/server/environment.ts';

/**
 * Likeliest first: home and school networks, then others. Self-assigned addresses (169.254) are left out, as they lead
 * nowhere.
 */
const LIKELY_ADDRESS_PATTERNS = [/^192\.168\./, /^10\./, /./];

function listNetworkAddresses(port: number): string[] {
	const addresses = Object.values(networkInterfaces())
		.flatMap((list) => list ?? [])
		.filter(({ internal, family, address }) => !internal && family === 'IPv4' && !address.startsWith('169.254.'))
		.map(({ address }) => address);
	const likelihoodRankOf = (address: string) => LIKELY_ADDRESS_PATTERNS.findIndex((pattern) => pattern.test(address));
	return addresses
		.sort((one, other) => likelihoodRankOf(one) - likelihoodRankOf(other))
		.map((address) => `http://${address}:${port}`);
}

export function listServerAddresses({ origin, host, port }: Pick<Environment, 'origin' | 'host' | 'port'>): string[] {
	if (origin !== undefined) return [origin];
	if (host === undefined || isWildcardHost(host)) return [`http://localhost:${port}`, ...listNetworkAddresses(port)];
	return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
}

/** Returns addresses that students can open, when `url` only works on this machine; empty when `url` works elsewhere or none is known. */
export function listAddressesForStudents(url: URL): string[] {
	if (!isLoopbackHost(url.hostname)) return [];
	// Leave out an IPv6 address with a zone, which HOST may name, because no browser opens such an address.
	return listServerAddresses(environment()).filter(
		(address) => URL.canParse(address) && !isLoopbackHost(new URL(address).hostname)
	);
}
