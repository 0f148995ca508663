import type { ClassroomFigures } from './classroom.ts';
import type { EditFigures } from './edit.ts';
import type { EnduranceFigures } from './endurance.ts';
import type { BarePageFigures } from './bare-page.ts';
import type { BenchScene } from './lab/sources.ts';
import type { JudgeFigures } from './judge.ts';
import type { EndlessLoopFigures } from './loops.ts';
import type { RebuildFigures } from './rebuild.ts';
import type { StartFigures } from './starts.ts';

export interface BenchMachine {
	at: string;
	node: string;
	/** Version of the browser; absent for a part of the bench that starts without one. */
	browser?: string;
	processors: number;
	/** Load of the machine over a minute, before and after. When it is above the number of processors, the times mean little. */
	load: [number, number];
}

export interface BenchFigures {
	/** Figures by scene; scenes that were not measured are absent. */
	edit: Partial<Record<BenchScene, EditFigures>>;
	rebuild: Partial<Record<BenchScene, RebuildFigures>>;
	loops: EndlessLoopFigures;
	starts: StartFigures[];
	/** Starts of a minimal page with CodeMirror and sucrase, to compare `starts` with. */
	barePage: BarePageFigures[];
	endurance: EnduranceFigures;
	judge: JudgeFigures;
}

/** All figures; those of a classroom only if they were asked for. */
export type AllBenchFigures = BenchFigures | (BenchFigures & ClassroomFigures);

export function hasClassroomFigures(figures: AllBenchFigures): figures is BenchFigures & ClassroomFigures {
	return 'class' in figures;
}
