/** Measures the memory, workers and frames of a page at rest. */
import type { CDPSession, Page } from 'playwright';
import { memoryOf, type Memory } from '../memory.ts';

export interface Held extends Memory {
	workers: number;
	frames: number;
}

export type Growth = Record<keyof Held, number | null>;

/** Milliseconds without a change after which workers in reserve are ready and ended workers are gone. */
const CALM = 1000;

export async function heldBy(page: Page, session: CDPSession): Promise<Held> {
	for (let since = performance.now(), seen = ''; performance.now() - since < CALM;) {
		const now = `${page.workers().length} ${page.frames().length}`;
		if (now !== seen) since = performance.now();
		seen = now;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return {
		...(await memoryOf(session, process.pid)),
		workers: page.workers().length,
		frames: page.frames().length
	};
}

export function growthOf(before: Held, after: Held): Growth {
	const times = (name: keyof Held) => {
		const [was, is] = [before[name], after[name]];
		return was === null || is === null ? null : Number((is / was).toFixed(2));
	};
	return {
		heap: times('heap'),
		processes: times('processes'),
		nodes: times('nodes'),
		listeners: times('listeners'),
		workers: times('workers'),
		frames: times('frames')
	};
}
