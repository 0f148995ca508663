/** Measures an edit until its first and last check result and its first picture, beside sucrase. */
import type { Page } from 'playwright';
import type { CompilerContender, EditTimes } from './lab/protocol.ts';
import { createLabProgram, type BenchScene } from './lab/sources.ts';
import { spreadOf, type Spread } from './statistics.ts';

type Times = Record<keyof EditTimes, Spread>;
export type EditFigures = Record<CompilerContender, Times>;

/** Opens a scene in a page that has not opened one before. */
export async function openLab(page: Page, scene: BenchScene): Promise<void> {
	await page.evaluate((program) => window.lab.open(program), await createLabProgram(scene));
}

const CONTENDERS: CompilerContender[] = ['braise', 'sucrase'];
const WARM = 8;

export async function measureEdits(page: Page, scene: BenchScene, runs: number): Promise<EditFigures> {
	await openLab(page, scene);
	const times: Record<CompilerContender, EditTimes[]> = { braise: [], sucrase: [] };
	for (let run = -WARM; run < runs; run++) {
		for (const contender of CONTENDERS) {
			const editTimes = await page.evaluate((one) => window.lab.edit(one), contender);
			if (run >= 0) times[contender].push(editTimes);
		}
	}
	return { braise: timesOf(times.braise), sucrase: timesOf(times.sucrase) };
}

function timesOf(editTimes: EditTimes[]): Times {
	const each = (name: keyof EditTimes) => spreadOf(editTimes.map((one) => one[name]));
	return {
		compiled: each('compiled'),
		firstResult: each('firstResult'),
		lastResult: each('lastResult'),
		drawn: each('drawn')
	};
}
