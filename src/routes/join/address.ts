/** Adds parameters to an address, leaving out those that are null. */
export function addressWithParameters(path: string, values: Record<string, string | null>): string {
	const given = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
	return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** Returns the address of a form action. Its first parameter is the action's name. */
export function formActionAddress(name: string, values: Record<string, string | null>): string {
	const rest = addressWithParameters('', values).slice(1);
	return `?/${name}${rest && `&${rest}`}`;
}
