/** Measures the longest stall of a page's event loop since the previous call. */
import type { Page } from 'playwright';

declare global {
	interface Window {
		takeLongestStall?: () => number;
	}
}

export async function watchEventLoopStalls(page: Page): Promise<void> {
	// tsx may wrap functions in a helper that the page does not have.
	await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
	await page.addInitScript(watch);
}

export function takeLongestStall(page: Page): Promise<number> {
	return page.evaluate(() => window.takeLongestStall?.() ?? NaN);
}

/** Watches the event loop. Runs before the page's own scripts. */
function watch(): void {
	if (window !== top) return;
	let longest = 0;
	let last = performance.now();
	const channel = new MessageChannel();
	channel.port1.onmessage = () => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
		// Waits a moment, so that the measurement does not keep the page busy.
		setTimeout(() => channel.port2.postMessage(null), 1);
	};
	channel.port2.postMessage(null);
	window.takeLongestStall = () => {
		const stall = longest;
		longest = 0;
		return stall;
	};
}
