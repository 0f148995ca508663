/** The address that students open, as cards, the class code and the projector write it. */
import { isOfThisMachine } from '../domain/local-address.ts';

class StudentAddress {
	/** Of several the one that the teacher chose, until the page is reloaded. */
	chosen = $state<string>();

	/** `addresses`: what the server offers in place of one that works on its own machine alone. */
	originFor(url: URL, addresses: readonly string[]): string {
		if (!isOfThisMachine(url.hostname)) return url.origin;
		return addresses.find((one) => one === this.chosen) ?? addresses[0] ?? url.origin;
	}
}

export const studentAddress = new StudentAddress();
