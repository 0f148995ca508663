import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TypingPause } from './typing-pause.ts';

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
	vi.stubGlobal('window', globalThis);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('a callback waits for the end of typing, and is not called again by later typing', () => {
	const pause = new TypingPause();
	const callback = vi.fn();
	pause.noteInput();
	pause.callInPause(callback);
	vi.advanceTimersByTime(300);
	pause.noteInput();
	vi.advanceTimersByTime(300);
	expect(callback).not.toHaveBeenCalled();
	vi.advanceTimersByTime(100);
	expect(callback).toHaveBeenCalledOnce();
	pause.noteInput();
	vi.advanceTimersByTime(5000);
	expect(callback).toHaveBeenCalledOnce();
});

test('a callback waits for a half-typed character, and a cancelled callback is never called', () => {
	const pause = new TypingPause();
	const callback = vi.fn();
	pause.isComposing = true;
	pause.callInPause(callback);
	vi.advanceTimersByTime(5000);
	expect(callback).not.toHaveBeenCalled();
	pause.isComposing = false;
	vi.advanceTimersByTime(400);
	expect(callback).toHaveBeenCalledOnce();
	pause.callInPause(callback);
	pause.cancel();
	pause.noteInput();
	vi.advanceTimersByTime(5000);
	expect(callback).toHaveBeenCalledOnce();
});
