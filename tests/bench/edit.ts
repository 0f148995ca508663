/** Measures an edit until its first and last check result and its first picture, beside sucrase. */
import type { Page } from 'playwright';
import type { Contender, EditTimes } from './lab/protocol.ts';
import { labProgram, type Scene } from './lab/sources.ts';
import { spread, type Spread } from './statistics.ts';

type Times = Record<keyof EditTimes, Spread>;
export type EditFigures = Record<Contender, Times>;

/** Opens a scene in a page that has not opened one before. */
export async function openLab(page: Page, scene: Scene): Promise<void> {
	await page.evaluate((program) => window.lab.open(program), await labProgram(scene));
}

const CONTENDERS: Contender[] = ['braise', 'sucrase'];
const WARM = 8;

export async function measureEdits(page: Page, scene: Scene, runs: number): Promise<EditFigures> {
	await openLab(page, scene);
	const times: Record<Contender, EditTimes[]> = { braise: [], sucrase: [] };
	for (let run = -WARM; run < runs; run++) {
		for (const contender of CONTENDERS) {
			const measured = await page.evaluate((one) => window.lab.edit(one), contender);
			if (run >= 0) times[contender].push(measured);
		}
	}
	return { braise: timesOf(times.braise), sucrase: timesOf(times.sucrase) };
}

function timesOf(measured: EditTimes[]): Times {
	const each = (name: keyof EditTimes) => spread(measured.map((one) => one[name]));
	return {
		compiled: each('compiled'),
		firstResult: each('firstResult'),
		lastResult: each('lastResult'),
		drawn: each('drawn')
	};
}
