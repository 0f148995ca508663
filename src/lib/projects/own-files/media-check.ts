/** Checks whether this browser can open a sound or a film, without decoding all of it. */

/** Loads the file's duration and size, then resolves to `isUsable(element)`; to false when the browser cannot read the file. */
export async function canOpenMedia<Element extends HTMLMediaElement>(
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
