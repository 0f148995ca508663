// How many letters does the program compare?
const letters = 3;

/** Takes a name. Returns a key: the same for every way of writing this name. */
export function normalise(name: string): string {
	return name.toLowerCase().slice(0, letters);
}
