/** Jest's older style of asynchronous check: a last parameter called `done`, which the body calls when finished. */
import { functionToString, matches, TruePromise } from './intrinsics.ts';

const DONE = /^(async\s+)?(function\b[^(]*)?\(?[^)]*\bdone\s*(\)|=>)/;

/** Returns whether a body takes `done` as its parameter after `given` other values. */
export function waitsToBeTold(body: unknown, given = 0): boolean {
	return typeof body === 'function' && body.length === given + 1 && matches(DONE, functionToString(body));
}

/** Runs the body with `done` as its only argument; resolves or rejects as the body calls it. */
export function untilTold(body: (done: never) => unknown): Promise<unknown> {
	return new TruePromise((resolve, reject) => {
		const done = (error?: unknown): void =>
			error === undefined || error === null ? resolve(undefined) : reject(error);
		done.fail = reject;
		void relay(
			async () => (body as (done: unknown) => unknown)(done),
			() => undefined,
			reject
		);
	});
}

export async function relay<Value>(
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
