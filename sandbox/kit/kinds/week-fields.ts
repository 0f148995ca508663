/** The fields of a week's scene, as their author wrote them in challenge.yaml. */
import type { SceneDecision, SceneDial, TableRow, TableValue } from './fields.ts';

/** A shift, a booking or an appointment of a week. */
export interface WeekEntry extends TableRow {
	who: string;
	/** Day of the entry, from 1 (Monday) to 7; absent when the program decides the day. */
	day?: number;
	/** Begin and end of the entry, in minutes of the day. */
	from: number;
	to: number;
	/** The right answer: whether the entry fits (true or false), on which day it fits (0: none), or where it fits (a text). */
	right: TableValue;
}

export interface WeekFields {
	/** Id of the label over the week. */
	title: string;
	entries: readonly WeekEntry[];
	/** Minutes of the day at which the week's plan begins and ends. */
	opens: number;
	closes: number;
	/** The function of the program. It takes the given values of an entry, and the earlier entries that really fit. */
	function: string;
	/** A dial on the stage that sets how many entries are shown. */
	hand?: SceneDial;
	decision: SceneDecision;
}
