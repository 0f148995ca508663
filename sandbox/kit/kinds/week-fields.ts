/** What a scene of a week is made of, as its author wrote it in challenge.yaml. */
import type { SceneDecision, SceneHand, TableRow, TableValue } from './fields.ts';

/** A shift, a booking or an appointment of a week. */
export interface WeekEntry extends TableRow {
	who: string;
	/** From 1, Monday, to 7; left out where the program says the day. */
	day?: number;
	/** Minutes of the day. */
	from: number;
	to: number;
	/** Whether it fits; or a number, the day on which it does (0: none); or a text, where it does. */
	right: TableValue;
}

export interface WeekFields {
	/** Id of the label over the week. */
	title: string;
	entries: readonly WeekEntry[];
	/** Minutes of the day. */
	opens: number;
	closes: number;
	/** It takes what is given of an entry, and then the entries before it that do fit. */
	function: string;
	/** Sets how many entries have come. */
	hand?: SceneHand;
	decision: SceneDecision;
}
