import type { Page } from 'playwright';
import type { CompilerContender, EditTimes } from './lab/protocol.ts';
import { createLabProgram, type BenchScene } from './lab/sources.ts';
import { spreadOf, type MeasurementSpread } from './statistics.ts';

type SpreadByEditTime = Record<keyof EditTimes, MeasurementSpread>;
export type EditFigures = Record<CompilerContender, SpreadByEditTime>;

/** Opens a scene in a page that has not opened one before. */
export async function openEditLab(page: Page, scene: BenchScene): Promise<void> {
	await page.evaluate((program) => window.lab.open(program), await createLabProgram(scene));
}

const COMPILER_CONTENDERS: CompilerContender[] = ['braise', 'sucrase'];
const WARM_UP_RUNS = 8;

export async function measureEdits(page: Page, scene: BenchScene, runs: number): Promise<EditFigures> {
	await openEditLab(page, scene);
	const timesByContender: Record<CompilerContender, EditTimes[]> = { braise: [], sucrase: [] };
	for (let run = -WARM_UP_RUNS; run < runs; run++) {
		for (const contender of COMPILER_CONTENDERS) {
			const editTimes = await page.evaluate((one) => window.lab.edit(one), contender);
			if (run >= 0) timesByContender[contender].push(editTimes);
		}
	}
	return { braise: summariseEditTimes(timesByContender.braise), sucrase: summariseEditTimes(timesByContender.sucrase) };
}

function summariseEditTimes(editTimes: EditTimes[]): SpreadByEditTime {
	const spreadOfTime = (name: keyof EditTimes) => spreadOf(editTimes.map((one) => one[name]));
	return {
		untilCompiled: spreadOfTime('untilCompiled'),
		untilFirstResult: spreadOfTime('untilFirstResult'),
		untilLastResult: spreadOfTime('untilLastResult'),
		untilDrawn: spreadOfTime('untilDrawn')
	};
}
