/** Adds query parameters to an address, except parameters that are null. */
export function addressWithParameters(path: string, values: Record<string, string | null>): string {
	const parameters = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
	return parameters.length === 0 ? path : `${path}?${new URLSearchParams(parameters).toString()}`;
}

export function formActionAddress(name: string, values: Record<string, string | null>): string {
	const query = addressWithParameters('', values).slice(1);
	return `?/${name}${query && `&${query}`}`;
}
