/** Replaces addresses in a `srcset`: several for one picture, each with its width or density, separated by commas. */

/** An address, which may hold commas but not end in one, and what is said of it. */
const CANDIDATE = /\s*([^\s,]\S*[^\s,]|[^\s,])([^,]*)(?:,|$)/g;

/** Returns undefined when none of the addresses has another. */
export function replaceInSet(written: string, addressOf: (written: string) => string | undefined): string | undefined {
	let isChanged = false;
	const candidates = [...written.matchAll(CANDIDATE)].map(([, address = '', said = '']) => {
		const other = addressOf(address);
		isChanged ||= other !== undefined;
		return `${other ?? address} ${said.trim()}`.trim();
	});
	return isChanged ? candidates.join(', ') : undefined;
}
