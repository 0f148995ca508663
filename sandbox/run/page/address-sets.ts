/** Replaces addresses in a `srcset`, a list of addresses of one picture, each with its width or density. */

/** Matches an address, which may contain commas but not end with a comma, and the width or density after the address. */
const SRCSET_ADDRESS_PATTERN = /\s*([^\s,]\S*[^\s,]|[^\s,])([^,]*)(?:,|$)/g;

/** Returns the list with other addresses, or undefined when `addressOf` replaces none of them. */
export function replaceAddressesInSrcset(
	writtenSet: string,
	addressOf: (written: string) => string | undefined
): string | undefined {
	let isChanged = false;
	const candidates = [...writtenSet.matchAll(SRCSET_ADDRESS_PATTERN)].map(([, address = '', said = '']) => {
		const newAddress = addressOf(address);
		isChanged ||= newAddress !== undefined;
		return `${newAddress ?? address} ${said.trim()}`.trim();
	});
	return isChanged ? candidates.join(', ') : undefined;
}
