/** Gives the person a file to keep. */
export function download(name: string, content: BlobPart, type: string): void {
	const address = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Some browsers read it only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** What a file is called: the title without what some systems refuse in a name. */
export function fileName(title: string, otherwise: string, ending: string): string {
	const plain = title
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/gi, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60)
		.toLowerCase();
	return `${plain || otherwise}${ending}`;
}
