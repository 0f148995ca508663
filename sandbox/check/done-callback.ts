/** Jest's older style of asynchronous check: a last parameter called `done`, which the body calls when finished. */
import { functionToString, matchesRegExp, OriginalPromise } from './intrinsics.ts';

const DONE_PARAMETER_PATTERN = /^(async\s+)?(function\b[^(]*)?\(?[^)]*\bdone\s*(\)|=>)/;

/** Returns whether a check's body has a parameter `done` after `givenCount` other parameters, and none after it. */
export function takesDoneCallback(body: unknown, givenCount = 0): boolean {
	return (
		typeof body === 'function' &&
		body.length === givenCount + 1 &&
		matchesRegExp(DONE_PARAMETER_PATTERN, functionToString(body))
	);
}

/** Runs the body with `done` as its only argument. Resolves when the body calls `done()`, rejects when it calls `done(error)`. */
export function runUntilDone(body: (done: never) => unknown): Promise<unknown> {
	return new OriginalPromise((resolve, reject) => {
		const done = (error?: unknown): void =>
			error === undefined || error === null ? resolve(undefined) : reject(error);
		done.fail = reject;
		void forwardOutcome(
			async () => (body as (done: unknown) => unknown)(done),
			() => undefined,
			reject
		);
	});
}

export async function forwardOutcome<Value>(
	action: () => Promise<Value>,
	resolve: (value: Value) => void,
	reject: (error: unknown) => void
): Promise<void> {
	try {
		resolve(await action());
	} catch (error) {
		reject(error);
	}
}
