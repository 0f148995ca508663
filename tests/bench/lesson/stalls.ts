import type { Page } from 'playwright';

declare global {
	interface Window {
		takeLongestStall?: () => number;
	}
}

export async function watchEventLoopStalls(page: Page): Promise<void> {
	// Defines the helper that tsx may wrap functions in, because the page does not have it.
	await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
	await page.addInitScript(recordLongestStall);
}

export function takeLongestStall(page: Page): Promise<number> {
	return page.evaluate(() => window.takeLongestStall?.() ?? NaN);
}

/** Watches the event loop. Runs before the page's own scripts. */
function recordLongestStall(): void {
	if (window !== top) return;
	let longestStall = 0;
	let lastTurn = performance.now();
	const turnChannel = new MessageChannel();
	turnChannel.port1.onmessage = () => {
		const now = performance.now();
		longestStall = Math.max(longestStall, now - lastTurn);
		lastTurn = now;
		// Waits a moment, so that the measurement does not keep the page busy.
		setTimeout(() => turnChannel.port2.postMessage(null), 1);
	};
	turnChannel.port2.postMessage(null);
	window.takeLongestStall = () => {
		const stall = longestStall;
		longestStall = 0;
		return stall;
	};
}
