import { createTestCollector, type TestCollector } from './collect.ts';
import { createExpect, type Expect } from './expect.ts';
import { createAssertionTally, type AssertionTally } from './assertion.ts';
import { FakeTimers, type FakeTimersHost } from './fake-timers.ts';
import { freeze } from './intrinsics.ts';
import { createMock, changeAllMocks, mockStateOf, spyOn } from './mock.ts';

type Vi = Readonly<Record<string, unknown>>;

function createVi(timers: FakeTimers): Vi {
	const makeChainable =
		<Values extends unknown[]>(action: (...values: Values) => void) =>
		(...values: Values): Vi => {
			action(...values);
			return vi;
		};
	const makeAsyncChainable =
		<Values extends unknown[]>(action: (...values: Values) => Promise<void>) =>
		async (...values: Values): Promise<Vi> => {
			await action(...values);
			return vi;
		};
	const vi: Vi = freeze({
		fn: createMock,
		spyOn,
		isMockFunction: (value: unknown) => mockStateOf(value) !== undefined,
		mocked: (value: unknown) => value,
		clearAllMocks: makeChainable(() => changeAllMocks('clear')),
		resetAllMocks: makeChainable(() => changeAllMocks('reset')),
		restoreAllMocks: makeChainable(() => changeAllMocks('restore')),
		useFakeTimers: makeChainable((options?: unknown) => timers.useFake(options)),
		useRealTimers: makeChainable(() => timers.useReal()),
		isFakeTimers: () => timers.isFaking,
		advanceTimersByTime: makeChainable((milliseconds: number) => timers.clock.advance(milliseconds)),
		advanceTimersByTimeAsync: makeAsyncChainable((milliseconds: number) => timers.clock.advanceAsync(milliseconds)),
		advanceTimersToNextTimer: makeChainable((steps?: number) => {
			for (let step = 0; step < (steps ?? 1); step++) timers.clock.advanceToNext();
		}),
		advanceTimersToNextTimerAsync: makeAsyncChainable(async (steps?: number) => {
			for (let step = 0; step < (steps ?? 1); step++) await timers.clock.advanceToNextAsync();
		}),
		runAllTimers: makeChainable(() => timers.clock.runAll()),
		runAllTimersAsync: makeAsyncChainable(async () => timers.clock.runAllAsync()),
		runOnlyPendingTimers: makeChainable(() => timers.clock.runPending()),
		runOnlyPendingTimersAsync: makeAsyncChainable(async () => timers.clock.runPendingAsync()),
		getTimerCount: () => timers.clock.waitingCount,
		clearAllTimers: makeChainable(() => timers.clearAllTimers()),
		setSystemTime: makeChainable((moment?: unknown) => timers.setSystemTime(moment)),
		getMockedSystemTime: () => timers.mockedSystemTime,
		now: () => timers.now
	});
	return vi;
}

export interface CheckModule {
	exports: Readonly<Record<string, unknown>>;
	collect: TestCollector['collect'];
	expect: Expect;
	beginTally(): AssertionTally;
	currentTally(): AssertionTally;
}

/** Creates the module. Without a `timersHost`, no check can use fake timers. */
export function createCheckModule(timersHost?: FakeTimersHost): CheckModule {
	let tally = createAssertionTally();
	const expect = createExpect(() => tally);
	const collector = createTestCollector();
	const fakeTimers = new FakeTimers(timersHost);
	const vi = createVi(fakeTimers);
	return {
		exports: Object.freeze({ __esModule: true, ...collector.globalFunctions, expect, vi, vitest: vi, jest: vi }),
		collect(evaluate) {
			// All check files share the time, so changes that one file makes end with that file.
			fakeTimers.useReal();
			return collector.collect(evaluate);
		},
		expect,
		beginTally: () => (tally = createAssertionTally()),
		currentTally: () => tally
	};
}

/** Defines the exports as globals, as Jest does, because many check files import nothing. */
export function defineTestGlobals({ exports }: CheckModule, realm: object): void {
	for (const [name, value] of Object.entries(exports)) {
		if (name !== '__esModule') Object.defineProperty(realm, name, { value, writable: true, configurable: true });
	}
}
