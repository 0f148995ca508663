/** The figures of one run of the bench, and the machine it ran on. */
import type { ClassroomFigures } from './classroom.ts';
import type { EditFigures } from './edit.ts';
import type { EnduranceFigures } from './endurance.ts';
import type { FloorFigures } from './floor.ts';
import type { Scene } from './lab/sources.ts';
import type { JudgeFigures } from './judge.ts';
import type { LoopFigures } from './loops.ts';
import type { RebuildFigures } from './rebuild.ts';
import type { StartFigures } from './starts.ts';

export interface Machine {
	at: string;
	node: string;
	/** Absent when only the judge is measured. */
	browser?: string;
	processors: number;
	/** Load over the last minute, before and after: above the number of processors, do not trust the times. */
	load: [number, number];
}

export interface Figures {
	/** By scene, of those that were measured. */
	edit: Partial<Record<Scene, EditFigures>>;
	rebuild: Partial<Record<Scene, RebuildFigures>>;
	loops: LoopFigures;
	starts: StartFigures[];
	/** Beside the starts: what CodeMirror and sucrase take for the same. */
	floor: FloorFigures[];
	endurance: EnduranceFigures;
	judge: JudgeFigures;
}

/** Includes the classroom's figures where they were requested. */
export type AllFigures = Figures | (Figures & ClassroomFigures);

export function hasClassroom(figures: AllFigures): figures is Figures & ClassroomFigures {
	return 'class' in figures;
}
