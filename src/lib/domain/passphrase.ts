/** Of a passphrase, what is hashed: its words with one hyphen between, whatever the case, accents and what was typed between. */
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
