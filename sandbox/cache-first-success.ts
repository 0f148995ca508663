/** Tries again at the next call after a failure. */
export function cacheFirstSuccess<Value>(make: () => Promise<Value>): () => Promise<Value> {
	let valuePromise: Promise<Value> | undefined;
	return () =>
		(valuePromise ??= make().catch((error: unknown) => {
			valuePromise = undefined;
			throw error;
		}));
}
