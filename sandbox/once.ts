/** Returns a function that makes a value once. After a failure, the next call tries again. */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
	let valuePromise: Promise<Value> | undefined;
	return () =>
		(valuePromise ??= make().catch((error: unknown) => {
			valuePromise = undefined;
			throw error;
		}));
}
