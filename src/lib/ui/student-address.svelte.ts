/** The address that students open, as used on cards, class codes and the projector. */
import { isOfThisMachine } from '#lib/domain/local-address.ts';

class StudentAddress {
	/** The address the teacher chose among several, until the page is reloaded. */
	chosenOrigin = $state<string>();

	/** `addresses`: the server's offers, used when the current address works only on this machine. */
	originFor(url: URL, addresses: readonly string[]): string {
		if (!isOfThisMachine(url.hostname)) return url.origin;
		return addresses.find((one) => one === this.chosenOrigin) ?? addresses[0] ?? url.origin;
	}
}

export const studentAddress = new StudentAddress();
