/** Compares our fake timers with vitest's own on the same small programs. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ProgramClock } from '../run/worker/clock.ts';
import { createCheckModule } from './index.ts';

type Realm = typeof globalThis;
type Program = (move: typeof vi, realm: Realm, note: (...values: unknown[]) => void) => unknown;

const idle = globalThis.setImmediate;

function ours(): { move: typeof vi; realm: Realm } {
	const clock = new ProgramClock();
	const realm = { Date, performance: {} } as unknown as Realm;
	clock.replaceTimeFunctions(realm);
	const module = createCheckModule({ realm, time: clock.time, idle: (callback) => void idle(callback) });
	return { move: module.exports['vi'] as typeof vi, realm };
}

async function recordLines(program: Program, move: typeof vi, realm: Realm): Promise<unknown[]> {
	const lines: unknown[] = [];
	try {
		await program(move, realm, (...values) => lines.push(values));
	} catch (error) {
		lines.push(['thrown', error instanceof Error ? error.message : error]);
	}
	return lines;
}

const START = new Date('2024-02-29T10:00:00Z');

const PROGRAMS: Record<string, Program> = {
	'in the order in which they fall due'(move, realm, note) {
		move.useFakeTimers({ now: 0 });
		realm.setTimeout(() => note('late', realm.Date.now()), 30);
		realm.setTimeout(() => note('early', realm.Date.now()), 10);
		realm.setTimeout(() => note('second'), 10);
		const beat = realm.setInterval(() => note('beat', realm.performance.now()), 12);
		note(move.getTimerCount());
		move.advanceTimersByTime(25);
		realm.clearInterval(beat);
		note(move.getTimerCount());
		move.advanceTimersByTime(100);
		note(realm.Date.now(), move.getTimerCount());
	},
	'set within a timer'(move, realm, note) {
		move.useFakeTimers({ now: 0 });
		realm.setTimeout(() => {
			realm.setTimeout(() => note('inner', realm.Date.now()), 0);
			note('outer', realm.Date.now());
		}, 0);
		move.advanceTimersByTime(0);
		note('then');
		move.advanceTimersByTime(1);
	},
	'only those that wait now'(move, realm, note) {
		move.useFakeTimers({ now: 0 });
		const again = () => {
			note(realm.Date.now());
			realm.setTimeout(again, 10);
		};
		realm.setTimeout(again, 10);
		realm.setTimeout(() => note('last'), 35);
		move.runOnlyPendingTimers();
		note(realm.Date.now(), move.getTimerCount());
	},
	'all, and not for ever'(move, realm, note) {
		move.useFakeTimers({ now: 0, loopLimit: 50 });
		realm.setTimeout(() => realm.setTimeout(() => note('both', realm.Date.now()), 500), 500);
		move.runAllTimers();
		realm.setInterval(() => undefined, 1);
		move.runAllTimers();
	},
	'to the next'(move, realm, note) {
		move.useFakeTimers({ now: 0 });
		realm.setTimeout(() => note('a', realm.Date.now()), 100);
		realm.setTimeout(() => note('b', realm.Date.now()), 100);
		realm.setTimeout(() => note('c', realm.Date.now()), 250);
		move.advanceTimersToNextTimer();
		note('between');
		move.advanceTimersToNextTimer().advanceTimersToNextTimer();
		note(move.getTimerCount());
	},
	'one that throws stops none of the others'(move, realm, note) {
		move.useFakeTimers({ now: 0 });
		realm.setTimeout(() => {
			throw new Error('first');
		}, 1);
		realm.setTimeout(() => note('still'), 2);
		realm.setTimeout(() => {
			throw new Error('second');
		}, 3);
		try {
			move.advanceTimersByTime(5);
		} catch (error) {
			note((error as Error).message, realm.Date.now());
		}
		realm.setTimeout(() => {
			throw new Error('third');
		}, 1);
		move.runAllTimers();
	},
	'a date that is set moves no timer'(move, realm, note) {
		move.useFakeTimers({ now: START });
		note(new realm.Date().toISOString());
		realm.setTimeout(() => note('rings', new realm.Date().toISOString(), realm.performance.now()), 1000);
		move.advanceTimersByTime(400);
		move.setSystemTime(new Date('2030-01-01T00:00:00Z'));
		note(new realm.Date().toISOString(), move.getMockedSystemTime()?.toISOString());
		move.advanceTimersByTime(599);
		note('not yet');
		move.advanceTimersByTime(1);
		move.clearAllTimers();
		note(new realm.Date().toISOString());
	},
	'a date without timers'(move, realm, note) {
		note(move.isFakeTimers(), move.getMockedSystemTime());
		move.setSystemTime('2020-05-06T07:08:09Z');
		note(new realm.Date().toISOString(), realm.Date.now(), move.isFakeTimers());
		note(new realm.Date(5).getTime(), move.getMockedSystemTime()?.getTime());
		move.useFakeTimers();
		move.advanceTimersByTime(1000);
		note(new realm.Date().toISOString());
		move.useFakeTimers();
		note(new realm.Date().toISOString(), realm.performance.now());
		move.useRealTimers();
		note(realm.Date.now() === Date.parse('2020-05-06T07:08:10Z'), move.getMockedSystemTime());
	},
	'back to real ones'(move, realm, note) {
		const before = realm.setTimeout;
		move.useFakeTimers();
		note(move.isFakeTimers(), realm.setTimeout === before);
		realm.setTimeout(() => note('never'), 5);
		move.useRealTimers();
		note(move.isFakeTimers(), realm.setTimeout === before);
		move.useFakeTimers();
		note(move.getTimerCount());
		move.advanceTimersByTime(50);
	},
	'without fake ones'(move) {
		move.advanceTimersByTime(5);
	},
	'a count without fake ones'(move) {
		move.getTimerCount();
	},
	backwards(move) {
		move.useFakeTimers();
		move.advanceTimersByTime(-1);
	},
	'what is no delay'(move, realm, note) {
		move.useFakeTimers({ now: 0 });
		for (const delay of ['20', undefined, -5, 1.9, 1e12, NaN])
			realm.setTimeout(() => note(String(delay), realm.Date.now()), delay as number);
		for (const part of [0, 1, 30]) {
			move.advanceTimersByTime(part);
			note(realm.Date.now());
		}
	},
	'with values'(move, realm, note) {
		move.useFakeTimers();
		realm.setTimeout((...values: unknown[]) => note(...values), 5, 'a', { b: 1 });
		const chained = move.advanceTimersByTime(5) === move && move.runAllTimers() === move;
		note(chained);
	},
	'only some of it'(move, realm, note) {
		move.useFakeTimers({ now: 0, toFake: ['Date'] });
		const before = realm.setTimeout;
		note(realm.Date.now(), move.getTimerCount());
		move.useFakeTimers({ now: 0, toFake: ['setTimeout'] });
		note(realm.setTimeout === before, realm.Date.now() > 0);
	},
	async 'promises between timers'(move, realm, note) {
		move.useFakeTimers({ now: 0 });
		const wait = (time: number) => new Promise((done) => realm.setTimeout(done, time));
		const work = async () => {
			for (const step of [1, 2, 3]) {
				await wait(100);
				note(step, realm.Date.now());
			}
			return 'worked';
		};
		const result = work();
		move.advanceTimersByTime(300);
		note('at once', realm.Date.now());
		await move.advanceTimersByTimeAsync(150);
		note('later', realm.Date.now());
		await move.advanceTimersByTimeAsync(150);
		note(await result, realm.Date.now());
	},
	async 'all of them, with promises'(move, realm, note) {
		move.useFakeTimers({ now: 0 });
		const chain = async (depth: number): Promise<void> => {
			if (depth === 0) return;
			await new Promise((done) => realm.setTimeout(done, 10));
			note(depth, realm.Date.now());
			await chain(depth - 1);
		};
		void chain(3);
		await move.runAllTimersAsync();
		void chain(3);
		await move.runOnlyPendingTimersAsync();
		note('pending', realm.Date.now(), move.getTimerCount());
		await move.advanceTimersToNextTimerAsync();
		note('next', realm.Date.now(), move.getTimerCount());
	},
	async 'a rejection, with promises'(move, realm, note) {
		move.useFakeTimers({ now: 0 });
		realm.setTimeout(() => {
			throw new Error('late');
		}, 5);
		realm.setTimeout(() => note('after'), 6);
		await move.advanceTimersByTimeAsync(10);
	},
	async 'for ever, with promises'(move, realm) {
		move.useFakeTimers({ loopLimit: 20 });
		realm.setInterval(() => undefined, 10);
		await move.runAllTimersAsync();
	}
};

describe('fake timers', () => {
	afterEach(() => void vi.useRealTimers());
	test.each(Object.entries(PROGRAMS))('%s', async (_, program) => {
		const mine = ours();
		const lines = await recordLines(program, mine.move, mine.realm);
		expect(lines).toEqual(await recordLines(program, vi, globalThis));
		expect(lines.length).toBeGreaterThan(0);
	});
});

test('a timer that would advance by itself is refused, with a reason', () => {
	const { move } = ours();
	expect(() => move.useFakeTimers({ shouldAdvanceTime: true })).toThrow('there is no shouldAdvanceTime here');
});
