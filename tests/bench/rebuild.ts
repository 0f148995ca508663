import * as esbuild from 'esbuild';
import type { Page } from 'playwright';
import { createCompileEngine } from '#sandbox/compile/engine.ts';
import { createLabProgram, type BenchScene } from './lab/sources.ts';
import { spreadOf, type MeasurementSpread } from './statistics.ts';

export interface RebuildFigures {
	/** Milliseconds from the page to the worker and back. */
	page: MeasurementSpread;
	worker: MeasurementSpread;
	native: MeasurementSpread;
}

const RUNS_PER_MEASUREMENT = 10;

/** Measures rebuilds. The lab must have opened the scene before. */
export async function measureRebuilds(page: Page, scene: BenchScene, runs: number): Promise<RebuildFigures> {
	const nativeCompiler = createCompileEngine(esbuild);
	const { sources } = await createLabProgram(scene);
	const nativeTimesOfRuns: number[] = [];
	const browser: { pageTime: number; workerTime: number }[] = [];
	for (let run = -RUNS_PER_MEASUREMENT; run < runs; run += RUNS_PER_MEASUREMENT) {
		const inBrowser = await page.evaluate(async (count) => {
			const times = [];
			for (let each = 0; each < count; each++) times.push(await window.lab.rebuild());
			return times;
		}, RUNS_PER_MEASUREMENT);
		const nativeTimes = [];
		for (let each = 0; each < RUNS_PER_MEASUREMENT; each++) {
			const main = sources.files['main.ts']?.replace(/\d+/, String(5000 + run + RUNS_PER_MEASUREMENT + each)) ?? '';
			const compilation = await nativeCompiler.compile({ ...sources, files: { ...sources.files, 'main.ts': main } });
			if (compilation.kind !== 'bundle') throw new Error('The lab’s sources do not compile.');
			nativeTimes.push(compilation.duration);
		}
		if (run < 0) continue;
		browser.push(...inBrowser);
		nativeTimesOfRuns.push(...nativeTimes);
	}
	return {
		page: spreadOf(browser.map(({ pageTime }) => pageTime)),
		worker: spreadOf(browser.map(({ workerTime }) => workerTime)),
		native: spreadOf(nativeTimesOfRuns)
	};
}
