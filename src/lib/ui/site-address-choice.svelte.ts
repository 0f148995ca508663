import { isLoopbackHost } from '#lib/domain/local-address.ts';

class SiteAddressChoice {
	chosenOrigin = $state<string>();

	/** Returns the address for students. `addresses` are the server's offers, used when the present address works on this machine only. */
	studentOriginFor(url: URL, addresses: readonly string[]): string {
		if (!isLoopbackHost(url.hostname)) return url.origin;
		return addresses.find((one) => one === this.chosenOrigin) ?? addresses[0] ?? url.origin;
	}
}

export const siteAddressChoice = new SiteAddressChoice();
