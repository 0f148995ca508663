/** Runs one check with its hooks and time limit. */
import type { CheckResult, Problem, Status } from '../report.ts';
import { assertionError, findingOf } from './assertion.ts';
import { missingAssertions, type Tally } from './tally.ts';
import type { RunChecks } from './check-run.ts';
import { append, TruePromise } from './intrinsics.ts';
import { problemOf } from './problem.ts';
import type { Context, Hook, Suite, Test } from './suite.ts';
import { relay, untilTold } from './done-callback.ts';

const SKIPPED = {};
/** Marks an exceeded limit among the values that a check may throw. */
const LATE = {};

interface Ending {
	finished: (() => unknown)[];
	failed: (() => unknown)[];
}

/** Returns the result, or undefined when the check skipped itself. */
export async function performTest(
	test: Test,
	path: string[],
	suites: Suite[],
	run: RunChecks
): Promise<CheckResult | undefined> {
	const { host, module } = run;
	host.seed?.(run.seed);
	host.takeConsole?.();
	const limit = test.timeLimit ?? run.timeLimit;
	run.onStart?.(path, limit);
	const tally = module.begin();
	const start = host.now();
	const thrown = await within(limit, run, start, () => performBody(test, suites, module.expect, tally));
	if (thrown?.error === SKIPPED) return undefined;
	const { status, problem } = judge(test, thrown, limit, run);
	return {
		path,
		status,
		...(problem === undefined ? {} : { problem }),
		console: host.takeConsole?.() ?? [],
		duration: host.now() - start
	};
}

function judge(test: Test, thrown: Thrown, limit: number, { host }: RunChecks): { status: Status; problem?: Problem } {
	if (thrown?.error === LATE) return { status: 'error', problem: { kind: 'time', limit } };
	if (test.fails) {
		if (thrown !== undefined) return { status: 'pass' };
		const message = 'expected this test to fail, and it passed';
		return { status: 'fail', problem: problemOf(assertionError({ matcher: 'fails', message })) };
	}
	if (thrown === undefined) return { status: 'pass' };
	const status = findingOf(thrown.error) === undefined ? 'error' : 'fail';
	return { status, problem: problemOf(thrown.error, host.place) };
}

type Thrown = { error: unknown } | undefined;

async function performBody(test: Test, suites: Suite[], expect: unknown, tally: Tally): Promise<Thrown> {
	const ending: Ending = { finished: [], failed: [] };
	const cleanups: Hook[] = [];
	let thrown = await attempt(async () => {
		for (let depth = 0; depth < suites.length; depth++) {
			const hooks = suites[depth]?.hooks.beforeEach ?? [];
			for (let index = 0; index < hooks.length; index++) {
				const cleanup = await hooks[index]?.();
				if (typeof cleanup === 'function') append(cleanups, cleanup as Hook);
			}
		}
		await (test.isTold ? untilTold(test.body) : test.body(contextOf(test, expect, ending)));
		for (let index = 0; index < tally.pending.length; index++) await tally.pending[index];
		const missing = missingAssertions(tally);
		if (missing !== undefined) throw missing;
	});
	if (tally.soft.length > 0) thrown ??= { error: tally.soft[0] };
	const after = await attempt(() => performAfter(suites, cleanups, ending, thrown !== undefined));
	return thrown ?? after;
}

async function performAfter(suites: Suite[], cleanups: Hook[], ending: Ending, failed: boolean): Promise<void> {
	for (let index = cleanups.length - 1; index >= 0; index--) await cleanups[index]?.();
	for (let depth = suites.length - 1; depth >= 0; depth--) {
		const hooks = suites[depth]?.hooks.afterEach ?? [];
		for (let index = hooks.length - 1; index >= 0; index--) await hooks[index]?.();
	}
	for (let index = ending.finished.length - 1; index >= 0; index--) await ending.finished[index]?.();
	if (failed) for (let index = ending.failed.length - 1; index >= 0; index--) await ending.failed[index]?.();
}

function contextOf(test: Test, expect: unknown, ending: Ending): Context {
	return {
		expect,
		task: { name: test.title },
		skip() {
			throw SKIPPED;
		},
		onTestFinished: (callback) => append(ending.finished, callback),
		onTestFailed: (callback) => append(ending.failed, callback)
	};
}

async function attempt(action: () => Promise<void>): Promise<Thrown> {
	try {
		await action();
		return undefined;
	} catch (error) {
		return { error };
	}
}

/** Stops waiting at the limit; the action itself goes on. A synchronous loop that returned too late counts as late as well. */
async function within(
	limit: number,
	{ host }: RunChecks,
	start: number,
	action: () => Promise<Thrown>
): Promise<Thrown> {
	const { setTimer } = host;
	let timer: unknown;
	const thrown =
		setTimer === undefined
			? await action()
			: await new TruePromise<Thrown>((resolve, reject) => {
					timer = setTimer(() => resolve({ error: LATE }), limit);
					void relay(action, resolve, reject);
				});
	if (timer !== undefined) host.clearTimer?.(timer);
	return host.now() - start >= limit ? { error: LATE } : thrown;
}
