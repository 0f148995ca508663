/** What pages need to know of the shell: where it stands. */
import { environment } from '../environment.ts';
import { shellAddressesFor } from './addresses.ts';

/** The shell page's absolute addresses for an app opened at `url`, best first. */
export function shellAddresses(url: URL): string[] {
	return shellAddressesFor(url, environment());
}
