/** The values that an example may have: those that JSON can hold. */
export type TypedExampleValue =
	| null
	| boolean
	| number
	| string
	| TypedExampleValue[]
	| { [name: string]: TypedExampleValue };

export function isTypedExampleValue(input: unknown): input is TypedExampleValue {
	if (input === null || typeof input === 'boolean' || typeof input === 'string') return true;
	if (typeof input === 'number') return Number.isFinite(input);
	if (Array.isArray(input)) return input.every(isTypedExampleValue);
	return typeof input === 'object' && Object.values(input).every(isTypedExampleValue);
}
