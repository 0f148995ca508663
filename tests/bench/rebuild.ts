/** Compares a rebuild in the browser's compile worker with native esbuild, ten of each in turn. */
import * as esbuild from 'esbuild';
import type { Page } from 'playwright';
import { createEngine } from '#sandbox/compile/engine.ts';
import { createLabProgram, type BenchScene } from './lab/sources.ts';
import { spreadOf, type Spread } from './statistics.ts';

export interface RebuildFigures {
	/** Milliseconds from the page to the worker and back. */
	asked: Spread;
	worker: Spread;
	native: Spread;
}

const TOGETHER = 10;

/** Measures rebuilds. The lab must have opened the scene before. */
export async function measureRebuilds(page: Page, scene: BenchScene, runs: number): Promise<RebuildFigures> {
	const engine = createEngine(esbuild);
	const { sources } = await createLabProgram(scene);
	const native: number[] = [];
	const browser: { asked: number; worked: number }[] = [];
	for (let run = -TOGETHER; run < runs; run += TOGETHER) {
		const inBrowser = await page.evaluate(async (count) => {
			const times = [];
			for (let each = 0; each < count; each++) times.push(await window.lab.rebuild());
			return times;
		}, TOGETHER);
		const here = [];
		for (let each = 0; each < TOGETHER; each++) {
			const main = sources.files['main.ts']?.replace(/\d+/, String(5000 + run + TOGETHER + each)) ?? '';
			const compilation = await engine.compile({ ...sources, files: { ...sources.files, 'main.ts': main } });
			if (compilation.kind !== 'bundle') throw new Error('The lab’s sources do not compile.');
			here.push(compilation.duration);
		}
		if (run < 0) continue;
		browser.push(...inBrowser);
		native.push(...here);
	}
	return {
		asked: spreadOf(browser.map(({ asked }) => asked)),
		worker: spreadOf(browser.map(({ worked }) => worked)),
		native: spreadOf(native)
	};
}
