/** Gives pages the addresses of the shell. */
import { environment } from '#lib/server/environment.ts';
import { shellAddressesFor } from './addresses.ts';

export function listShellAddresses(url: URL): string[] {
	return shellAddressesFor(url, environment());
}
