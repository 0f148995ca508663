import type { CheckResult, Problem, CheckStatus, ConsoleEntry, SourcePlace } from '../report.ts';
import {
	createAssertionError,
	assertionDetailsOf,
	createMissingAssertionsError,
	type AssertionTally
} from './assertion.ts';
import { appendTamperProof, OriginalPromise } from './intrinsics.ts';
import { problemOfError } from './problem.ts';
import type { TestContext, Hook, Suite, Test } from './suite.ts';
import { forwardOutcome, runUntilDone } from './suite.ts';
import type { CheckModule } from './module.ts';

export interface CheckHost {
	now(): number;
	/** Sets a timer. Without this function, a check that waits for ever can only be ended from outside. */
	setTimer?(callback: () => void, milliseconds: number): unknown;
	clearTimer?(timer: unknown): void;
	seedRandom?(seed: number): void;
	takeConsoleEntries?(): ConsoleEntry[];
	placeOf?(error: unknown): SourcePlace | undefined;
}

export interface CheckRunOptions {
	module: CheckModule;
	checkFiles: {
		file: string;
		titlesAbove?: string[];
		evaluate(): void;
	}[];
	host: CheckHost;
	/** Milliseconds for each check without a limit of its own. Endless loops have to be ended from outside. */
	timeLimit: number;
	seed: number;
	isSelected?(path: string[]): boolean;
	skippedPaths?: string[][];
	isPlanOnly?: boolean;
	onPlan?(paths: string[][]): void;
	onStart?(path: string[], timeLimit: number): void;
	onResult?(result: CheckResult): void;
}

const SKIP_SIGNAL = {};
/** Stands for an exceeded time limit. No check can throw this object, so no thrown value is mistaken for it. */
const TIME_LIMIT_EXCEEDED = {};

interface TestEndHooks {
	onFinished: (() => unknown)[];
	onFailed: (() => unknown)[];
}

/** Returns the result, or undefined when the check skipped itself. */
export async function performTest(
	test: Test,
	path: string[],
	suites: Suite[],
	runOptions: CheckRunOptions
): Promise<CheckResult | undefined> {
	const { host, module } = runOptions;
	host.seedRandom?.(runOptions.seed);
	host.takeConsoleEntries?.();
	const timeLimit = test.timeLimit ?? runOptions.timeLimit;
	runOptions.onStart?.(path, timeLimit);
	const tally = module.beginTally();
	const startTime = host.now();
	const thrownError = await withTimeLimit(timeLimit, runOptions, startTime, () =>
		performBodyWithHooks(test, suites, module.expect, tally)
	);
	if (thrownError?.error === SKIP_SIGNAL) return undefined;
	const { status, problem } = testOutcomeOf(test, thrownError, timeLimit, runOptions);
	return {
		path,
		status,
		...(problem === undefined ? {} : { problem }),
		console: host.takeConsoleEntries?.() ?? [],
		duration: host.now() - startTime
	};
}

function testOutcomeOf(
	test: Test,
	thrownError: ThrownError,
	timeLimit: number,
	{ host }: CheckRunOptions
): { status: CheckStatus; problem?: Problem } {
	if (thrownError?.error === TIME_LIMIT_EXCEEDED)
		return { status: 'error', problem: { kind: 'time', limit: timeLimit } };
	if (test.isInverted) {
		if (thrownError !== undefined) return { status: 'pass' };
		const message = 'expected this test to fail, and it passed';
		return { status: 'fail', problem: problemOfError(createAssertionError({ matcher: 'fails', message })) };
	}
	if (thrownError === undefined) return { status: 'pass' };
	const status = assertionDetailsOf(thrownError.error) === undefined ? 'error' : 'fail';
	return { status, problem: problemOfError(thrownError.error, host.placeOf) };
}

type ThrownError = { error: unknown } | undefined;

async function performBodyWithHooks(
	test: Test,
	suites: Suite[],
	expect: unknown,
	tally: AssertionTally
): Promise<ThrownError> {
	const endingHooks: TestEndHooks = { onFinished: [], onFailed: [] };
	const cleanups: Hook[] = [];
	let thrownError = await catchError(async () => {
		for (let depth = 0; depth < suites.length; depth++) {
			const hooks = suites[depth]?.hooks.beforeEach ?? [];
			for (let index = 0; index < hooks.length; index++) {
				const cleanup = await hooks[index]?.();
				if (typeof cleanup === 'function') appendTamperProof(cleanups, cleanup as Hook);
			}
		}
		await (test.takesDone ? runUntilDone(test.body) : test.body(createTestContext(test, expect, endingHooks)));
		for (let index = 0; index < tally.pendingPromises.length; index++) await tally.pendingPromises[index];
		const missingError = createMissingAssertionsError(tally);
		if (missingError !== undefined) throw missingError;
	});
	if (tally.softFailures.length > 0) thrownError ??= { error: tally.softFailures[0] };
	const errorAfterwards = await catchError(() =>
		performTestEndHooks(suites, cleanups, endingHooks, thrownError !== undefined)
	);
	return thrownError ?? errorAfterwards;
}

async function performTestEndHooks(
	suites: Suite[],
	cleanups: Hook[],
	endingHooks: TestEndHooks,
	hasFailed: boolean
): Promise<void> {
	for (let index = cleanups.length - 1; index >= 0; index--) await cleanups[index]?.();
	for (let depth = suites.length - 1; depth >= 0; depth--) {
		const hooks = suites[depth]?.hooks.afterEach ?? [];
		for (let index = hooks.length - 1; index >= 0; index--) await hooks[index]?.();
	}
	for (let index = endingHooks.onFinished.length - 1; index >= 0; index--) await endingHooks.onFinished[index]?.();
	if (hasFailed)
		for (let index = endingHooks.onFailed.length - 1; index >= 0; index--) await endingHooks.onFailed[index]?.();
}

function createTestContext(test: Test, expect: unknown, endingHooks: TestEndHooks): TestContext {
	return {
		expect,
		task: { name: test.title },
		skip() {
			throw SKIP_SIGNAL;
		},
		onTestFinished: (callback) => appendTamperProof(endingHooks.onFinished, callback),
		onTestFailed: (callback) => appendTamperProof(endingHooks.onFailed, callback)
	};
}

async function catchError(action: () => Promise<void>): Promise<ThrownError> {
	try {
		await action();
		return undefined;
	} catch (error) {
		return { error };
	}
}

/** The action itself is not stopped. A synchronous loop that ends too late also counts as over the limit. */
async function withTimeLimit(
	timeLimit: number,
	{ host }: CheckRunOptions,
	startTime: number,
	action: () => Promise<ThrownError>
): Promise<ThrownError> {
	const { setTimer } = host;
	let timer: unknown;
	const thrownError =
		setTimer === undefined
			? await action()
			: await new OriginalPromise<ThrownError>((resolve, reject) => {
					timer = setTimer(() => resolve({ error: TIME_LIMIT_EXCEEDED }), timeLimit);
					void forwardOutcome(action, resolve, reject);
				});
	if (timer !== undefined) host.clearTimer?.(timer);
	return host.now() - startTime >= timeLimit ? { error: TIME_LIMIT_EXCEEDED } : thrownError;
}
