import type { CDPSession, Page } from 'playwright';
import { measureBrowserMemory, type MemoryUse } from '../memory.ts';

export interface HeldResources extends MemoryUse {
	workers: number;
	frames: number;
}

export type ResourceGrowth = Record<keyof HeldResources, number | null>;

/** Milliseconds without a change after which workers in reserve are ready and ended workers are gone. */
const MILLISECONDS_WITHOUT_CHANGE = 1000;

export async function measureHeldResources(page: Page, session: CDPSession): Promise<HeldResources> {
	for (let since = performance.now(), countsSeen = ''; performance.now() - since < MILLISECONDS_WITHOUT_CHANGE;) {
		const now = `${page.workers().length} ${page.frames().length}`;
		if (now !== countsSeen) since = performance.now();
		countsSeen = now;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return {
		...(await measureBrowserMemory(session, process.pid)),
		workers: page.workers().length,
		frames: page.frames().length
	};
}

export function resourceGrowthOf(before: HeldResources, after: HeldResources): ResourceGrowth {
	const growthFactorOf = (name: keyof HeldResources) => {
		const [was, is] = [before[name], after[name]];
		return was === null || is === null ? null : Number((is / was).toFixed(2));
	};
	return {
		heap: growthFactorOf('heap'),
		processes: growthFactorOf('processes'),
		nodes: growthFactorOf('nodes'),
		listeners: growthFactorOf('listeners'),
		workers: growthFactorOf('workers'),
		frames: growthFactorOf('frames')
	};
}
