/** The fields of a bill's scene, as their author wrote them in challenge.yaml. */
import type { SceneDecision, SceneDial, TableRow } from './fields.ts';

export interface ReceiptRow extends TableRow {
	/** The words on this line of the bill. */
	words: string;
	/** The right price of the line. */
	right: number;
	/** The right total of a bill that ends with this line; by default the sum of its prices. */
	sum?: number;
}

export interface ReceiptFields {
	/** Id of the label at the top of the bill. */
	title: string;
	rows: readonly ReceiptRow[];
	/** Unit of the amounts that the program returns. */
	unit: 'cents' | 'euros';
	/** The function that returns the price of a line. Without this function, the bill shows the right prices. */
	function?: string;
	/** The function that takes all records and returns their total, and the label for the total. */
	total?: { function: string; label: string };
	/** A dial on the stage that sets how many lines the bill has. */
	hand?: SceneDial;
	decision: SceneDecision;
}
