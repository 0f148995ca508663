export function downloadFile(name: string, content: BlobPart, type: string): void {
	const address = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Revoke the address later, because some browsers read it only after the click event.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function fileNameFor(title: string, fallbackName: string, ending: string): string {
	const plainName = title
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/gi, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60)
		.toLowerCase();
	return `${plainName || fallbackName}${ending}`;
}
