/** Sets the amounts to measure: `--tiny` and `--quick` measure less than usual, `--full` more. */
import type { HandInRushSize } from './hand-in-rush.ts';
import type { BoardBenchSize } from './board.ts';
import type { CatalogueBenchSize } from './catalogue.ts';
import type { HostileBenchSize } from './hostile.ts';
import { BENCH_SCENES, type BenchScene } from './lab/sources.ts';
import type { ProjectsBenchSize } from './projects.ts';

export interface BenchSizes {
	/** The scenes in which edits are measured. */
	scenes: readonly BenchScene[];
	edits: number;
	rebuilds: number;
	loops: number;
	visits: number;
	/** Number of the combinations of machine and network line from which visits are measured. */
	profiles: number;
	endurance: { edits: number; seconds: number };
	judgements: number;
	/** Amounts that only `--saves` measures. */
	saves: { students: number; seconds: number };
	/** Amounts that only `--board` measures. */
	board: BoardBenchSize;
	/** Amounts that only `--bell` measures. */
	handInRush: HandInRushSize;
	/** Amounts that only `--hostile` measures. */
	hostile: HostileBenchSize;
	/** Amounts that only `--catalogue` measures. */
	catalogue: CatalogueBenchSize;
	/** Amounts that only `--frames` measures: seconds for each scene, and the number of challenges. */
	frames: { seconds: number; challenges: number };
	/** Amounts that only `--wall` measures. */
	wall: { exhibits: number };
	/** Amounts that only `--projects` measures. */
	projects: ProjectsBenchSize;
	/** Amounts that only `--class` and `--full` measure, because measuring a class takes a quarter of an hour. */
	classroom: ClassroomBenchSize;
}

export interface ClassroomBenchSize {
	/** Number of visits of one class at the same time. */
	visits: number;
	seconds: number;
}

const TINY_AMOUNTS: BenchSizes = {
	scenes: ['plain', 'horodateur'],
	edits: 2,
	rebuilds: 2,
	loops: 1,
	visits: 1,
	profiles: 1,
	endurance: { edits: 2, seconds: 1 },
	judgements: 2,
	saves: { students: 4, seconds: 2 },
	board: { classes: 1, students: 3, perSecond: 3, seconds: 2 },
	handInRush: { students: 3, seconds: 2, classes: 1 },
	hostile: { attackers: 2, seconds: 2 },
	catalogue: { challenges: 3, visits: 2 },
	frames: { seconds: 1, challenges: 1 },
	wall: { exhibits: 40 },
	projects: { visits: 1, edits: 2 },
	classroom: { visits: 2, seconds: 10 }
};
const QUICK_AMOUNTS: BenchSizes = {
	scenes: BENCH_SCENES,
	edits: 10,
	rebuilds: 10,
	loops: 1,
	visits: 1,
	profiles: 3,
	endurance: { edits: 10, seconds: 5 },
	judgements: 10,
	saves: { students: 500, seconds: 10 },
	board: { classes: 3, students: 35, perSecond: 30, seconds: 5 },
	handInRush: { students: 35, seconds: 10, classes: 1 },
	hostile: { attackers: 6, seconds: 10 },
	catalogue: { challenges: 200, visits: 20 },
	frames: { seconds: 2, challenges: 100 },
	wall: { exhibits: 200 },
	projects: { visits: 1, edits: 10 },
	classroom: { visits: 4, seconds: 20 }
};
const USUAL_AMOUNTS: BenchSizes = {
	scenes: BENCH_SCENES,
	edits: 100,
	rebuilds: 100,
	loops: 5,
	visits: 3,
	profiles: 3,
	endurance: { edits: 50, seconds: 30 },
	judgements: 100,
	saves: { students: 500, seconds: 60 },
	board: { classes: 29, students: 35, perSecond: 30, seconds: 30 },
	handInRush: { students: 35, seconds: 60, classes: 5 },
	hostile: { attackers: 6, seconds: 60 },
	catalogue: { challenges: 200, visits: 100 },
	frames: { seconds: 5, challenges: 100 },
	wall: { exhibits: 200 },
	projects: { visits: 5, edits: 60 },
	classroom: { visits: 35, seconds: 300 }
};
const FULL_AMOUNTS: BenchSizes = {
	...USUAL_AMOUNTS,
	edits: 200,
	rebuilds: 200,
	loops: 10,
	visits: 5,
	endurance: { edits: 500, seconds: 300 },
	judgements: 300,
	handInRush: { students: 35, seconds: 60, classes: 10 },
	catalogue: { challenges: 200, visits: 500 },
	frames: { seconds: 20, challenges: 100 },
	projects: { visits: 9, edits: 200 }
};

export function readBenchSizes(commandOptions: string[]): BenchSizes {
	if (commandOptions.includes('--tiny')) return TINY_AMOUNTS;
	if (commandOptions.includes('--quick')) return QUICK_AMOUNTS;
	return commandOptions.includes('--full') ? FULL_AMOUNTS : USUAL_AMOUNTS;
}
