/** Takes a name. Returns a key: the same for every way of writing this name. */
export function normalise(name: string): string {
	return name.toLowerCase();
}
