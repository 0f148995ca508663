/** Returns a function that makes a value once. After a failure, the next call tries again. */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
	let value: Promise<Value> | undefined;
	return () =>
		(value ??= make().catch((error: unknown) => {
			value = undefined;
			throw error;
		}));
}
