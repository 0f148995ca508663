/** The values that an example may have: those that JSON can hold. */
export type ExampleJsonValue =
	| null
	| boolean
	| number
	| string
	| ExampleJsonValue[]
	| { [name: string]: ExampleJsonValue };

export function isExampleJsonValue(input: unknown): input is ExampleJsonValue {
	if (input === null || typeof input === 'boolean' || typeof input === 'string') return true;
	if (typeof input === 'number') return Number.isFinite(input);
	if (Array.isArray(input)) return input.every(isExampleJsonValue);
	return typeof input === 'object' && Object.values(input).every(isExampleJsonValue);
}
