import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MessageFromRun } from '../../protocol.ts';
import type { ConsoleEntry } from '../../report.ts';
import { ConsoleThrottle } from './throttles.ts';

const createConsoleEntry = (text: string, characters: number): ConsoleEntry => ({
	level: 'log',
	values: [
		{ kind: 'string', text },
		{ kind: 'object', text: '{}', entries: [{ key: 'k', value: { kind: 'string', text: 'x'.repeat(characters) } }] }
	],
	times: 1
});

let sentMessages: Extract<MessageFromRun, { type: 'console' }>[];
let throttle: ConsoleThrottle;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
	sentMessages = [];
	throttle = new ConsoleThrottle((message) => {
		if (message.type === 'console') sentMessages.push(message);
	});
});
afterEach(() => void vi.useRealTimers());

test('of 90 long lines sent at once, a few arrive and the others are counted as dropped', () => {
	const entries = Array.from({ length: 90 }, (_, line) => createConsoleEntry(String(line), 90_000));
	throttle.addEntries(entries, 0);
	vi.advanceTimersByTime(60);
	expect(sentMessages).toHaveLength(1);
	expect(sentMessages[0]?.entries.map(({ values }) => values[0]?.text)).toEqual(['0', '1']);
	expect(sentMessages[0]?.dropped).toBe(88);
});

test('each time window has its own limit for long lines', () => {
	for (let round = 0; round < 3; round++) {
		throttle.addEntries(
			[createConsoleEntry('a', 90_000), createConsoleEntry('b', 90_000), createConsoleEntry('c', 90_000)],
			0
		);
		vi.advanceTimersByTime(60);
	}
	expect(sentMessages.map(({ entries, dropped }) => [entries.length, dropped])).toEqual([
		[2, 1],
		[2, 1],
		[2, 1]
	]);
});

test('sending lines early, as before an error, does not open another time window', () => {
	for (let round = 0; round < 100; round++) {
		throttle.addEntries([createConsoleEntry(String(round), 90_000)], 0);
		throttle.flush();
	}
	expect(JSON.stringify(sentMessages).length).toBeLessThan(450_000);
});

test('a time window used up before an early send ends on time, and lines arrive again', () => {
	throttle.addEntries([createConsoleEntry('a', 90_000)], 0);
	vi.advanceTimersByTime(8);
	throttle.addEntries([createConsoleEntry('b', 90_000), createConsoleEntry('c', 90_000)], 0);
	throttle.flush();
	vi.advanceTimersByTime(100);
	throttle.addEntries([createConsoleEntry('d', 90_000)], 0);
	vi.advanceTimersByTime(60);
	expect(sentMessages.at(-1)).toMatchObject({ entries: [{ values: [{ text: 'd' }, {}] }], dropped: 0 });
});

test('80 short lines all arrive, and the count of dropped lines is passed on', () => {
	throttle.addEntries(
		Array.from({ length: 80 }, (_, line) => createConsoleEntry(String(line), 10)),
		3
	);
	vi.advanceTimersByTime(60);
	expect(sentMessages.map(({ entries, dropped }) => [entries.length, dropped])).toEqual([[80, 3]]);
});
