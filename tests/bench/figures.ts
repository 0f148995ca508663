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
	/** Version of the browser; absent when only the judge is measured. */
	browser?: string;
	processors: number;
	/** Load of the machine over a minute, before and after. When it is above the number of processors, the times mean little. */
	load: [number, number];
}

export interface Figures {
	/** Figures by scene; scenes that were not measured are absent. */
	edit: Partial<Record<Scene, EditFigures>>;
	rebuild: Partial<Record<Scene, RebuildFigures>>;
	loops: LoopFigures;
	starts: StartFigures[];
	/** What CodeMirror and sucrase need for the same, to compare the starts with. */
	floor: FloorFigures[];
	endurance: EnduranceFigures;
	judge: JudgeFigures;
}

/** All figures; those of a classroom only if they were asked for. */
export type AllFigures = Figures | (Figures & ClassroomFigures);

export function hasClassroom(figures: AllFigures): figures is Figures & ClassroomFigures {
	return 'class' in figures;
}
