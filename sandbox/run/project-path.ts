/** Returns the path that a relative address names. All files of a project are in one folder. */
const extractProjectPath = (address: string): string => address.replace(/[?#].*$/, '').replace(/^(?:\.?\/)+/, '');

/** Returns a file's name without folders, capitals, accents and signs, as an imported file is named. */
const plainFileNameOf = (path: string): string =>
	(path.split('/').at(-1) ?? '')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9.]+/g, '-');

/** Decodes `%20` and the like; a malformed address stays as it is. */
export function decodeAddress(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}

/**
 * Returns the path of the file that `writtenAddress` names: the file at this path, or else a file of this name, so that a sketch
 * that asks for `/assets/Big_Cat.png` finds `big-cat.png`. Returns undefined when there is none.
 */
export function findProjectPath(writtenAddress: string, paths: Iterable<string>): string | undefined {
	const path = extractProjectPath(writtenAddress);
	const allPaths = [...paths];
	if (allPaths.includes(path)) return path;
	const soughtName = plainFileNameOf(decodeAddress(path));
	return soughtName === '' ? undefined : allPaths.find((each) => plainFileNameOf(each) === soughtName);
}
