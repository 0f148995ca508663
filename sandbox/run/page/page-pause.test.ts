import { expect, test } from 'vitest';
import { PagePause, type TimeFunctions } from './page-pause.ts';

/** Creates a window whose time advances only when `advanceTime` is called, in frames of ten milliseconds. */
function createFakeWindow() {
	let now = 0;
	let latestId = 0;
	const frames = new Map<number, FrameRequestCallback>();
	const timers = new Map<number, { due: number; act: () => void; repeat?: number }>();
	const reported: unknown[] = [];
	const addTimer = (callback: unknown, milliseconds = 0, repeat?: number) => {
		timers.set(++latestId, { due: now + milliseconds, act: callback as () => void, ...(repeat && { repeat }) });
		return latestId;
	};
	const page: TimeFunctions = {
		requestAnimationFrame: (callback) => (frames.set(++latestId, callback), latestId),
		cancelAnimationFrame: (id) => void frames.delete(id),
		setTimeout: (callback, milliseconds) => addTimer(callback, milliseconds),
		clearTimeout: (id) => void timers.delete(id ?? 0),
		clearInterval: (id) => void timers.delete(id ?? 0),
		setInterval: (callback, milliseconds) => addTimer(callback, milliseconds, milliseconds),
		performance: { now: () => now },
		reportError: (thrown) => void reported.push(thrown)
	};
	const advanceTime = (milliseconds: number) => {
		for (const end = now + milliseconds; now < end;) {
			now += 10;
			for (const [id, timer] of [...timers]) {
				if (timer.due > now) continue;
				if (timer.repeat) timer.due += timer.repeat;
				else timers.delete(id);
				timer.act();
			}
			const waiting = [...frames.values()];
			frames.clear();
			for (const frame of waiting) frame(now);
		}
	};
	return { page, advanceTime, reported };
}

function startPausablePage() {
	const { page, advanceTime, reported } = createFakeWindow();
	const pause = new PagePause(page);
	const times: number[] = [];
	const drawFrame = (time: number) => {
		times.push(time);
		page.requestAnimationFrame(drawFrame);
	};
	page.requestAnimationFrame(drawFrame);
	return { page, advanceTime, reported, pause, times };
}

test('frames wait during a pause, and the page’s clock does not count the pause', () => {
	const { page, advanceTime, pause, times } = startPausablePage();
	advanceTime(20);
	pause.pause();
	advanceTime(1000);
	expect(times).toEqual([10, 20]);
	expect(page.performance.now()).toBe(20);
	pause.resume();
	advanceTime(20);
	expect(times).toEqual([10, 20, 30, 40]);
	expect(page.performance.now()).toBe(40);
});

test('a step during a pause plays exactly one frame', () => {
	const { advanceTime, pause, times } = startPausablePage();
	advanceTime(20);
	pause.step();
	expect(times).toHaveLength(2);
	pause.pause();
	pause.step();
	advanceTime(100);
	expect(times.map(Math.round)).toEqual([10, 20, 37]);
});

test('a timer that falls due in a pause runs after it, and a repeating timer goes on', () => {
	const { page, advanceTime, pause } = startPausablePage();
	const events: string[] = [];
	page.setTimeout((word: string) => events.push(word), 50, 'once');
	const cancelled = page.setTimeout(() => events.push('cancelled'), 50);
	page.setInterval(() => events.push('again'), 40);
	pause.pause();
	advanceTime(100);
	page.clearInterval(cancelled);
	expect(events).toEqual([]);
	pause.resume();
	advanceTime(30);
	expect(events).toEqual(['once', 'again']);
});

test('a frame callback that throws is reported, and the other callbacks still run', () => {
	const { page, advanceTime, reported, times } = startPausablePage();
	page.requestAnimationFrame(() => {
		throw new Error('broken');
	});
	advanceTime(20);
	expect(reported).toEqual([new Error('broken')]);
	expect(times).toHaveLength(2);
});

test('a cancelled frame callback does not run, even when another callback of that frame cancels it', () => {
	const { page, advanceTime } = startPausablePage();
	const events: string[] = [];
	page.cancelAnimationFrame(page.requestAnimationFrame(() => events.push('before')));
	page.requestAnimationFrame(() => page.cancelAnimationFrame(latest));
	const latest = page.requestAnimationFrame(() => events.push('meanwhile'));
	advanceTime(20);
	expect(events).toEqual([]);
});

test('an overdue timer that has not run yet waits for the end of the next pause', () => {
	const { page, advanceTime, pause } = startPausablePage();
	const events: string[] = [];
	page.setTimeout(() => events.push('late'), 10);
	pause.pause();
	advanceTime(20);
	pause.resume();
	pause.pause();
	advanceTime(20);
	expect(events).toEqual([]);
	pause.resume();
	advanceTime(20);
	expect(events).toEqual(['late']);
});
