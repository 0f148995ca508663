/** Remembers what work on files came to, for a command that does the same work again and again. */

/** Where results are kept; whoever provides it answers for the key covering everything that the work depends on. */
export interface WorkMemory {
	read(what: string, input: unknown): unknown;
	write(what: string, input: unknown, result: unknown): void;
}

let memory: WorkMemory | undefined;

/** Remembers in `kept` from now on, for this process; nothing is remembered before. */
export function rememberIn(kept: WorkMemory | undefined): void {
	memory = kept;
}

/** Returns what the same work came to before, or does it. The result must be plain JSON, and is kept only where it `lasts`. */
export async function remembered<Result>(
	what: string,
	input: unknown,
	work: () => Promise<Result>,
	lasts: (result: Result) => boolean = () => true
): Promise<Result> {
	// Whoever wrote it was this function, with the same sources.
	const known = memory?.read(what, input) as Result | undefined;
	if (known !== undefined) return known;
	const result = await work();
	if (lasts(result)) memory?.write(what, input, result);
	return result;
}
