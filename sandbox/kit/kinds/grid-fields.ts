/** What a scene of a plan is made of, as its author wrote it in challenge.yaml. */
import type { SceneDecision, SceneHand, TableRow, TableValue } from './fields.ts';

/** A cell of a plan; rows and columns count from 1, from the upper left. */
export interface GridCell extends TableRow {
	row: number;
	column: number;
}

/** What a plan is drawn as. */
export type GridGround = 'garden' | 'parking' | 'ward';

export interface GridFields {
	/** Id of the label over the plan. */
	title: string;
	ground: GridGround;
	cells: readonly GridCell[];
	function: string;
	/** Ids of the labels of what is given. */
	given: readonly string[];
	/** What a cell may be; the first one is an empty cell. */
	values: readonly TableValue[];
	/** Sets which cell is looked at, from 1. */
	hand?: SceneHand;
	decision: SceneDecision;
}
