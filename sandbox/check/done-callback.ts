/** Jest's older way: a body whose last parameter is called `done` is over when it calls it. */
import { functionToString, matches, TruePromise } from './intrinsics.ts';

const DONE = /^(async\s+)?(function\b[^(]*)?\(?[^)]*\bdone\s*(\)|=>)/;

/** `given` is how many values come before it. */
export function waitsToBeTold(body: unknown, given = 0): boolean {
	return typeof body === 'function' && body.length === given + 1 && matches(DONE, functionToString(body));
}

/** `body` takes `done` alone. */
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
