import { afterEach, describe, expect, test, vi } from 'vitest';
import { ProgramClock } from '../run/worker/clock.ts';
import { createCheckModule } from './index.ts';

type Realm = typeof globalThis;
type TimerProgram = (testedVi: typeof vi, realm: Realm, note: (...values: unknown[]) => void) => unknown;

const realSetImmediate = globalThis.setImmediate;

function createOurTimers(): { testedVi: typeof vi; realm: Realm } {
	const clock = new ProgramClock();
	const realm = { Date, performance: {} } as unknown as Realm;
	clock.replaceTimeFunctions(realm);
	const module = createCheckModule({
		realm,
		time: clock.programTime,
		callWhenIdle: (callback) => void realSetImmediate(callback)
	});
	return { testedVi: module.exports['vi'] as typeof vi, realm };
}

async function runTimerProgram(program: TimerProgram, testedVi: typeof vi, realm: Realm): Promise<unknown[]> {
	const lines: unknown[] = [];
	try {
		await program(testedVi, realm, (...values) => lines.push(values));
	} catch (error) {
		lines.push(['thrown', error instanceof Error ? error.message : error]);
	}
	return lines;
}

const START_DATE = new Date('2024-02-29T10:00:00Z');

const TIMER_PROGRAMS: Record<string, TimerProgram> = {
	'timers and an interval fall due in turn'(testedVi, realm, note) {
		testedVi.useFakeTimers({ now: 0 });
		realm.setTimeout(() => note('late', realm.Date.now()), 30);
		realm.setTimeout(() => note('early', realm.Date.now()), 10);
		realm.setTimeout(() => note('second'), 10);
		const intervalId = realm.setInterval(() => note('beat', realm.performance.now()), 12);
		note(testedVi.getTimerCount());
		testedVi.advanceTimersByTime(25);
		realm.clearInterval(intervalId);
		note(testedVi.getTimerCount());
		testedVi.advanceTimersByTime(100);
		note(realm.Date.now(), testedVi.getTimerCount());
	},
	'a timer is set within another timer'(testedVi, realm, note) {
		testedVi.useFakeTimers({ now: 0 });
		realm.setTimeout(() => {
			realm.setTimeout(() => note('inner', realm.Date.now()), 0);
			note('outer', realm.Date.now());
		}, 0);
		testedVi.advanceTimersByTime(0);
		note('then');
		testedVi.advanceTimersByTime(1);
	},
	'only the pending timers are run'(testedVi, realm, note) {
		testedVi.useFakeTimers({ now: 0 });
		const repeatTimer = () => {
			note(realm.Date.now());
			realm.setTimeout(repeatTimer, 10);
		};
		realm.setTimeout(repeatTimer, 10);
		realm.setTimeout(() => note('last'), 35);
		testedVi.runOnlyPendingTimers();
		note(realm.Date.now(), testedVi.getTimerCount());
	},
	'all timers are run, and then an endless interval'(testedVi, realm, note) {
		testedVi.useFakeTimers({ now: 0, loopLimit: 50 });
		realm.setTimeout(() => realm.setTimeout(() => note('both', realm.Date.now()), 500), 500);
		testedVi.runAllTimers();
		realm.setInterval(() => undefined, 1);
		testedVi.runAllTimers();
	},
	'time is advanced to the next timer'(testedVi, realm, note) {
		testedVi.useFakeTimers({ now: 0 });
		realm.setTimeout(() => note('a', realm.Date.now()), 100);
		realm.setTimeout(() => note('b', realm.Date.now()), 100);
		realm.setTimeout(() => note('c', realm.Date.now()), 250);
		testedVi.advanceTimersToNextTimer();
		note('between');
		testedVi.advanceTimersToNextTimer().advanceTimersToNextTimer();
		note(testedVi.getTimerCount());
	},
	'some timers throw'(testedVi, realm, note) {
		testedVi.useFakeTimers({ now: 0 });
		realm.setTimeout(() => {
			throw new Error('first');
		}, 1);
		realm.setTimeout(() => note('still'), 2);
		realm.setTimeout(() => {
			throw new Error('second');
		}, 3);
		try {
			testedVi.advanceTimersByTime(5);
		} catch (error) {
			note((error as Error).message, realm.Date.now());
		}
		realm.setTimeout(() => {
			throw new Error('third');
		}, 1);
		testedVi.runAllTimers();
	},
	'the date is set while a timer waits'(testedVi, realm, note) {
		testedVi.useFakeTimers({ now: START_DATE });
		note(new realm.Date().toISOString());
		realm.setTimeout(() => note('rings', new realm.Date().toISOString(), realm.performance.now()), 1000);
		testedVi.advanceTimersByTime(400);
		testedVi.setSystemTime(new Date('2030-01-01T00:00:00Z'));
		note(new realm.Date().toISOString(), testedVi.getMockedSystemTime()?.toISOString());
		testedVi.advanceTimersByTime(599);
		note('not yet');
		testedVi.advanceTimersByTime(1);
		testedVi.clearAllTimers();
		note(new realm.Date().toISOString());
	},
	'the date is set before timers are faked'(testedVi, realm, note) {
		note(testedVi.isFakeTimers(), testedVi.getMockedSystemTime());
		testedVi.setSystemTime('2020-05-06T07:08:09Z');
		note(new realm.Date().toISOString(), realm.Date.now(), testedVi.isFakeTimers());
		note(new realm.Date(5).getTime(), testedVi.getMockedSystemTime()?.getTime());
		testedVi.useFakeTimers();
		testedVi.advanceTimersByTime(1000);
		note(new realm.Date().toISOString());
		testedVi.useFakeTimers();
		note(new realm.Date().toISOString(), realm.performance.now());
		testedVi.useRealTimers();
		note(realm.Date.now() === Date.parse('2020-05-06T07:08:10Z'), testedVi.getMockedSystemTime());
	},
	'real timers are restored'(testedVi, realm, note) {
		const originalSetTimeout = realm.setTimeout;
		testedVi.useFakeTimers();
		note(testedVi.isFakeTimers(), realm.setTimeout === originalSetTimeout);
		realm.setTimeout(() => note('never'), 5);
		testedVi.useRealTimers();
		note(testedVi.isFakeTimers(), realm.setTimeout === originalSetTimeout);
		testedVi.useFakeTimers();
		note(testedVi.getTimerCount());
		testedVi.advanceTimersByTime(50);
	},
	'time is advanced without fake timers'(testedVi) {
		testedVi.advanceTimersByTime(5);
	},
	'timers are counted without fake timers'(testedVi) {
		testedVi.getTimerCount();
	},
	'time is advanced by a negative number'(testedVi) {
		testedVi.useFakeTimers();
		testedVi.advanceTimersByTime(-1);
	},
	'delays are texts, missing, negative, fractional, huge or NaN'(testedVi, realm, note) {
		testedVi.useFakeTimers({ now: 0 });
		for (const delay of ['20', undefined, -5, 1.9, 1e12, NaN])
			realm.setTimeout(() => note(String(delay), realm.Date.now()), delay as number);
		for (const advancedMilliseconds of [0, 1, 30]) {
			testedVi.advanceTimersByTime(advancedMilliseconds);
			note(realm.Date.now());
		}
	},
	'timers pass arguments to their callbacks'(testedVi, realm, note) {
		testedVi.useFakeTimers();
		realm.setTimeout((...values: unknown[]) => note(...values), 5, 'a', { b: 1 });
		const isChained = testedVi.advanceTimersByTime(5) === testedVi && testedVi.runAllTimers() === testedVi;
		note(isChained);
	},
	'only some functions are faked'(testedVi, realm, note) {
		testedVi.useFakeTimers({ now: 0, toFake: ['Date'] });
		const originalSetTimeout = realm.setTimeout;
		note(realm.Date.now(), testedVi.getTimerCount());
		testedVi.useFakeTimers({ now: 0, toFake: ['setTimeout'] });
		note(realm.setTimeout === originalSetTimeout, realm.Date.now() > 0);
	},
	async 'promises settle between timers'(testedVi, realm, note) {
		testedVi.useFakeTimers({ now: 0 });
		const wait = (time: number) => new Promise((done) => realm.setTimeout(done, time));
		const work = async () => {
			for (const step of [1, 2, 3]) {
				await wait(100);
				note(step, realm.Date.now());
			}
			return 'worked';
		};
		const workPromise = work();
		testedVi.advanceTimersByTime(300);
		note('at once', realm.Date.now());
		await testedVi.advanceTimersByTimeAsync(150);
		note('later', realm.Date.now());
		await testedVi.advanceTimersByTimeAsync(150);
		note(await workPromise, realm.Date.now());
	},
	async 'all, pending and next timers are run asynchronously'(testedVi, realm, note) {
		testedVi.useFakeTimers({ now: 0 });
		const chain = async (depth: number): Promise<void> => {
			if (depth === 0) return;
			await new Promise((done) => realm.setTimeout(done, 10));
			note(depth, realm.Date.now());
			await chain(depth - 1);
		};
		void chain(3);
		await testedVi.runAllTimersAsync();
		void chain(3);
		await testedVi.runOnlyPendingTimersAsync();
		note('pending', realm.Date.now(), testedVi.getTimerCount());
		await testedVi.advanceTimersToNextTimerAsync();
		note('next', realm.Date.now(), testedVi.getTimerCount());
	},
	async 'a timer throws during an asynchronous advance'(testedVi, realm, note) {
		testedVi.useFakeTimers({ now: 0 });
		realm.setTimeout(() => {
			throw new Error('late');
		}, 5);
		realm.setTimeout(() => note('after'), 6);
		await testedVi.advanceTimersByTimeAsync(10);
	},
	async 'an endless interval is run asynchronously'(testedVi, realm) {
		testedVi.useFakeTimers({ loopLimit: 20 });
		realm.setInterval(() => undefined, 10);
		await testedVi.runAllTimersAsync();
	}
};

describe('fake timers', () => {
	afterEach(() => void vi.useRealTimers());
	test.each(Object.entries(TIMER_PROGRAMS))('agree with vitest when %s', async (_, program) => {
		const ourTimers = createOurTimers();
		const lines = await runTimerProgram(program, ourTimers.testedVi, ourTimers.realm);
		expect(lines).toEqual(await runTimerProgram(program, vi, globalThis));
		expect(lines.length).toBeGreaterThan(0);
	});
});

test('fake timers with shouldAdvanceTime are refused, with a reason', () => {
	const { testedVi } = createOurTimers();
	expect(() => testedVi.useFakeTimers({ shouldAdvanceTime: true })).toThrow('there is no shouldAdvanceTime here');
});
