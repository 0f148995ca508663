/** What a scene of a bill is made of, as its author wrote it in challenge.yaml. */
import type { SceneDecision, SceneHand, TableRow } from './fields.ts';

/** A line of a bill. */
export interface ReceiptRow extends TableRow {
	/** What is printed. */
	words: string;
	/** What the line costs. */
	right: number;
	/** What the bill comes to when this line is its last; the sum of all lines where it is left out. */
	sum?: number;
}

export interface ReceiptFields {
	/** Id of the label at the top of the bill. */
	title: string;
	rows: readonly ReceiptRow[];
	/** What the program returns. */
	unit: 'cents' | 'euros';
	/** The function that returns what one line costs; without it, the lines are given. */
	function?: string;
	/** The function that takes the records and returns what they come to, and the label of that. */
	total?: { function: string; label: string };
	/** Sets how many lines the bill has. */
	hand?: SceneHand;
	decision: SceneDecision;
}
