/** Writes equal values as equal texts, whatever their keys' order, which PostgreSQL changes in JSON. */
export function toComparableText(value: unknown): string {
	return JSON.stringify(value, (_, each: unknown) =>
		isObject(each) ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1))) : each
	);
}

const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
