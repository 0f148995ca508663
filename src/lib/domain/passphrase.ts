/** Returns the text of a passphrase to hash: words joined by hyphens, regardless of case, accents and separators. */
export function passphraseKey(text: string): string {
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
