/** The place where results are kept. Its provider makes sure that its keys cover everything that a result depends on. */
export interface ResultCache {
	read(what: string, input: unknown): unknown;
	write(what: string, input: unknown, result: unknown): void;
}

let resultCache: ResultCache | undefined;

/** Sets the cache that keeps the results in this process from now on. Before the first call, no result is kept. */
export function setResultCache(cache: ResultCache | undefined): void {
	resultCache = cache;
}

/** Results must be plain JSON; one is kept only if `isWorthKeeping` returns true for it. */
export async function runCached<Result>(
	workName: string,
	input: unknown,
	doWork: () => Promise<Result>,
	isWorthKeeping: (result: Result) => boolean = () => true
): Promise<Result> {
	// The type is right, because only this function writes results, and a cache belongs to one state of the sources.
	const storedResult = resultCache?.read(workName, input) as Result | undefined;
	if (storedResult !== undefined) return storedResult;
	const result = await doWork();
	if (isWorthKeeping(result)) resultCache?.write(workName, input, result);
	return result;
}
