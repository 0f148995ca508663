/** All that one run of the bench measures, and on what. */
import type { ClassroomFigures } from './classroom.ts';
import type { EditFigures } from './edit.ts';
import type { EnduranceFigures } from './endurance.ts';
import type { Scene } from './lab/sources.ts';
import type { JudgeFigures } from './judge.ts';
import type { LoopFigures } from './loops.ts';
import type { RebuildFigures } from './rebuild.ts';
import type { StartFigures } from './starts.ts';

export interface Machine {
	at: string;
	node: string;
	/** Absent when the judge alone is measured. */
	browser?: string;
	processors: number;
	/** Over the last minute, before and after: above the number of processors, times are not to be trusted. */
	load: [number, number];
}

export interface Figures {
	edit: Record<Scene, EditFigures>;
	rebuild: Record<Scene, RebuildFigures>;
	loops: LoopFigures;
	starts: StartFigures[];
	endurance: EnduranceFigures;
	judge: JudgeFigures;
}

/** With those of a classroom, where they were asked for. */
export type AllFigures = Figures | (Figures & ClassroomFigures);

export function hasClassroom(figures: AllFigures): figures is Figures & ClassroomFigures {
	return 'class' in figures;
}
