/** `vi`, also exported as `jest`. */
import type { FakeTimers } from './fake-timers.ts';
import { freeze } from './intrinsics.ts';
import { createMock, changeAllMocks, mockStateOf, spyOn } from './mock.ts';

export type Vi = Readonly<Record<string, unknown>>;

export function createVi(timers: FakeTimers): Vi {
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
