/** `vi`, also exported as `jest`. */
import type { FakeTimers } from './fake-timers.ts';
import { freeze } from './intrinsics.ts';
import { createMock, changeAllMocks, mockStateOf, spyOn } from './mock.ts';

export type Vi = Readonly<Record<string, unknown>>;

export function createVi(timers: FakeTimers): Vi {
	const after =
		<Values extends unknown[]>(act: (...values: Values) => void) =>
		(...values: Values): Vi => {
			act(...values);
			return vi;
		};
	const afterwards =
		<Values extends unknown[]>(act: (...values: Values) => Promise<void>) =>
		async (...values: Values): Promise<Vi> => {
			await act(...values);
			return vi;
		};
	const vi: Vi = freeze({
		fn: createMock,
		spyOn,
		isMockFunction: (value: unknown) => mockStateOf(value) !== undefined,
		mocked: (value: unknown) => value,
		clearAllMocks: after(() => changeAllMocks('clear')),
		resetAllMocks: after(() => changeAllMocks('reset')),
		restoreAllMocks: after(() => changeAllMocks('restore')),
		useFakeTimers: after((options?: unknown) => timers.useFake(options)),
		useRealTimers: after(() => timers.useReal()),
		isFakeTimers: () => timers.isFaking,
		advanceTimersByTime: after((milliseconds: number) => timers.clock.advance(milliseconds)),
		advanceTimersByTimeAsync: afterwards((milliseconds: number) => timers.clock.advanceAsync(milliseconds)),
		advanceTimersToNextTimer: after((steps?: number) => {
			for (let step = 0; step < (steps ?? 1); step++) timers.clock.advanceToNext();
		}),
		advanceTimersToNextTimerAsync: afterwards(async (steps?: number) => {
			for (let step = 0; step < (steps ?? 1); step++) await timers.clock.advanceToNextAsync();
		}),
		runAllTimers: after(() => timers.clock.runAll()),
		runAllTimersAsync: afterwards(async () => timers.clock.runAllAsync()),
		runOnlyPendingTimers: after(() => timers.clock.runPending()),
		runOnlyPendingTimersAsync: afterwards(async () => timers.clock.runPendingAsync()),
		getTimerCount: () => timers.clock.waiting,
		clearAllTimers: after(() => timers.clearAll()),
		setSystemTime: after((moment?: unknown) => timers.setSystemTime(moment)),
		getMockedSystemTime: () => timers.mockedSystemTime,
		now: () => timers.now
	});
	return vi;
}
