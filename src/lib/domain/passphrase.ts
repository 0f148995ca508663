/** Returns a passphrase as it is hashed: hyphenated words, whatever the case, accents and separators typed. */
export function normalizePassphrase(text: string): string {
	return text
		.slice(0, 200)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll('œ', 'oe')
		.replaceAll('æ', 'ae')
		.split(/[^a-z]+/)
		.filter((word) => word !== '')
		.join('-');
}
