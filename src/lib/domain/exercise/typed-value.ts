/** The values that an example may have: those that JSON can hold. */
export type TypedValue = null | boolean | number | string | TypedValue[] | { [name: string]: TypedValue };

export function isTypedValue(input: unknown): input is TypedValue {
	if (input === null || typeof input === 'boolean' || typeof input === 'string') return true;
	if (typeof input === 'number') return Number.isFinite(input);
	if (Array.isArray(input)) return input.every(isTypedValue);
	return typeof input === 'object' && Object.values(input).every(isTypedValue);
}
