/** Wraps an action so that it runs once; later calls return the same promise. */
export function wrapToRunOnce(act: () => Promise<void>): () => Promise<void> {
	let running: Promise<void> | undefined;
	return () => (running ??= act());
}
