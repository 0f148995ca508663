/** Done once however often it is asked for; who asks later waits for the same. */
export function once(act: () => Promise<void>): () => Promise<void> {
	let doing: Promise<void> | undefined;
	return () => (doing ??= act());
}
