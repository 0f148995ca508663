/** Finds out whether this browser can open a sound or a film, without decoding all of it. */

/** Resolves to what `isUsable` says of the element once it knows the file's length and size; to false when it cannot read them. */
export async function canBeOpened<Element extends HTMLMediaElement>(
	element: Element,
	file: Blob,
	isUsable: (element: Element) => boolean
): Promise<boolean> {
	const address = URL.createObjectURL(file);
	try {
		return await new Promise((resolve) => {
			element.onloadedmetadata = () => resolve(isUsable(element));
			element.onerror = () => resolve(false);
			element.preload = 'metadata';
			element.src = address;
		});
	} finally {
		element.removeAttribute('src');
		URL.revokeObjectURL(address);
	}
}
