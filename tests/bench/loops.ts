import type { Page } from 'playwright';
import { openEditLab } from './edit.ts';
import type { LoopTimes } from './lab/protocol.ts';
import { spreadOf, type MeasurementSpread } from './statistics.ts';

export type EndlessLoopFigures = Record<'scene' | 'check', Record<keyof LoopTimes, MeasurementSpread>> & {
	/** Longest gap of an idle page, in milliseconds. */
	quietGap: number;
};

export async function measureEndlessLoops(page: Page, runs: number): Promise<EndlessLoopFigures> {
	await openEditLab(page, 'plain');
	const sceneLoopTimes: LoopTimes[] = [];
	const checkLoopTimes: LoopTimes[] = [];
	for (let run = 0; run < runs; run++) {
		sceneLoopTimes.push(await page.evaluate(() => window.lab.measureLoopInScene()));
		checkLoopTimes.push(await page.evaluate(() => window.lab.measureLoopInCheck()));
	}
	const quietGap = await page.evaluate(() => window.lab.measureIdleGap(2000));
	return { scene: summariseLoopTimes(sceneLoopTimes), check: summariseLoopTimes(checkLoopTimes), quietGap };
}

function summariseLoopTimes(measured: LoopTimes[]): Record<keyof LoopTimes, MeasurementSpread> {
	const spreadOfTime = (name: keyof LoopTimes) => spreadOf(measured.map((one) => one[name]));
	return {
		overtime: spreadOfTime('overtime'),
		recoveryTime: spreadOfTime('recoveryTime'),
		longestGap: spreadOfTime('longestGap'),
		reportedCheckCount: spreadOfTime('reportedCheckCount')
	};
}
