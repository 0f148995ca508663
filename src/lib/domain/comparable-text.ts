/** Writes equal values as equal texts, even with their keys in another order, as after storage in PostgreSQL. */
export function toComparableText(value: unknown): string {
	return JSON.stringify(value, (_, each: unknown) =>
		isObject(each) ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1))) : each
	);
}

const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
