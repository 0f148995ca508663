/** What a scene without code is made of, as its author wrote it in challenge.yaml. */

/** A figure of the decision. */
export interface SceneFigure {
	id: string;
	value: number;
	unit: string;
	of?: number;
}

/** When a scene shows what an option comes to. */
export interface SceneDecision {
	/** The situation in which an option is chosen. */
	situation: string;
	/** Shown until one is chosen. */
	option: string;
	measure(option: string, values?: Record<string, number>): readonly SceneFigure[];
}

/** The value that a hand changes, and in which situation. */
export interface SceneHand {
	situation: string;
	id: string;
	/** Until the hand has moved it. */
	start: number;
}

export interface LineFields {
	/** Id of the label over the line. */
	title: string;
	/** The values, in order. */
	list: readonly number[];
	/** The minute of the day when the first value was read. */
	starts: number;
	/** Minutes between two values. */
	every: number;
	unit: string;
	/** The band that is right, both ends included. */
	right: { from: number; to: number };
	/** The function that judges one value, and what it returns below the band, in it and above. */
	point: { function: string; below: string; right: string; above: string };
	/** The function that counts the minutes outside the band, and the label of what it counts. */
	total?: { function: string; label: string };
	/** What stands beside the line and shows one value. */
	beside?: 'fridge';
	hand?: SceneHand;
	decision: SceneDecision;
}

/** What a program is given or returns in a row of a table. */
export type TableValue = number | string | boolean;
export type TableRecord = Readonly<Record<string, TableValue>>;

export interface TableRow {
	given: readonly TableValue[];
	/** What the program should return; with `same`, what the rows that belong together have in common. */
	right: TableValue;
	/** All that is known of the row, for functions that take the whole list. */
	record?: TableRecord;
}

/** A row, and the person who brings it. */
export interface QueueRow extends TableRow {
	who: string;
}

export interface QueueFields {
	/** Id of the label on the machine that answers. */
	title: string;
	rows: readonly QueueRow[];
	function: string;
	/** Ids of the labels after each value that is given, such as a unit. */
	given: readonly string[];
	decision: SceneDecision;
}

/** Rows belong together when the program returns the same for them. */
export interface SameFields {
	/** Id of the label over the number that these rows share. */
	title: string;
	/** The function that takes the records and returns those that repeat an earlier one. */
	function: string;
	/** Id of the label of how many repeat one. */
	label: string;
}

/** What is given of each record, and to whom. */
export interface SharesFields {
	/** The function that takes the records and the columns to give, and returns records that have only these. */
	function: string;
	/** Names of what a record holds, which are ids of labels too. */
	columns: readonly string[];
	/** By id of a label, who gets which columns. */
	to: Readonly<Record<string, readonly string[]>>;
}

export interface TableFields {
	rows: readonly TableRow[];
	function: string;
	/** Ids of the labels over what is given, and over what is returned. */
	given: readonly string[];
	returns: string;
	/** Which of these are minutes of the day, and are written as times. */
	times?: readonly string[];
	same?: SameFields;
	shares?: SharesFields;
	/** Sets how many rows are looked at. */
	hand?: SceneHand;
	decision: SceneDecision;
}
