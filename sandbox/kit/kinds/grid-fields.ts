/** The fields of a plan's scene, as their author wrote them in challenge.yaml. */
import type { SceneDecision, SceneDial, TableRow, TableValue } from './fields.ts';

/** A cell of a plan; rows and columns count from 1, from the upper left. */
export interface GridCell extends TableRow {
	row: number;
	column: number;
}

/** The ground of a plan, which decides what is drawn in its cells. */
export type GridGround = 'garden' | 'parking' | 'ward';

export interface GridFields {
	/** Id of the label over the plan. */
	title: string;
	ground: GridGround;
	cells: readonly GridCell[];
	function: string;
	/** Ids of the labels for the given values. */
	given: readonly string[];
	/** All answers that may be right for a cell; the first of this list stands for an empty cell. */
	values: readonly TableValue[];
	/** A dial on the stage that sets the number of the highlighted cell, from 1. */
	hand?: SceneDial;
	decision: SceneDecision;
}
