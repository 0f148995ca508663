/** Gives pages the addresses of the shell. */
import { environment } from '#lib/server/environment.ts';
import { shellAddressesFor } from './addresses.ts';

export function shellAddresses(url: URL): string[] {
	return shellAddressesFor(url, environment());
}
