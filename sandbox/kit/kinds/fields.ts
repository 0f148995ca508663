/** The fields of lines, queues and tables in challenge.yaml, and those that all scenes without code share. */

export interface SceneFigure {
	id: string;
	value: number;
	unit: string;
	of?: number;
}

/** The decision in a scene: when and how its figures are shown. */
export interface SceneDecision {
	/** The situation in which the figures of an option are shown. */
	situation: string;
	/** The option that is shown until the student chooses one. */
	option: string;
	measure(option: string, values?: Record<string, number>): readonly SceneFigure[];
}

/** A dial on the stage, and the situation in which the dial is shown. */
export interface SceneDial {
	situation: string;
	id: string;
	/** The value before the student has changed it. */
	start: number;
}

export interface LineFields {
	/** Id of the label over the line. */
	title: string;
	/** The values of the line, in order of time. */
	list: readonly number[];
	/** Minute of the day at which the first value was measured. */
	starts: number;
	/** Minutes between two values. */
	every: number;
	unit: string;
	/** The band of right values, both ends included. */
	right: { from: number; to: number };
	/** The function that judges one value, and its three right answers: for values below the band, in it and above it. */
	point: { function: string; below: string; right: string; above: string };
	/** The function that counts the minutes outside of the band, and the label for that number. */
	total?: { function: string; label: string };
	/** The thing beside the line, which shows the highlighted value. */
	beside?: 'fridge';
	hand?: SceneDial;
	decision: SceneDecision;
}

/** A value in a row of a table, given to the program or returned by it. */
export type TableValue = number | string | boolean;
export type TableRecord = Readonly<Record<string, TableValue>>;

export interface TableRow {
	given: readonly TableValue[];
	/** The value that the program should return. With `same`, rows that belong together have the same value here. */
	right: TableValue;
	/** All data of the row, for functions that take the whole list. */
	record?: TableRecord;
}

/** A person in a queue, and the values that this person enters. */
export interface QueueRow extends TableRow {
	who: string;
}

export interface QueueFields {
	/** Id of the label on the machine that shows the program's answers. */
	title: string;
	rows: readonly QueueRow[];
	function: string;
	/** Ids of the labels that follow the given values, for example their units. */
	given: readonly string[];
	decision: SceneDecision;
}

/** Describes which rows belong together: those for which the program returns the same value. */
export interface RowGroupingFields {
	/** Id of the label over the column with the groups' numbers. */
	title: string;
	/** The function that takes all records and returns those that repeat an earlier record. */
	function: string;
	/** Id of the label for the number of repeated records. */
	label: string;
}

/** Describes which columns of the records each receiver gets. */
export interface ColumnSharesFields {
	/** The function that takes the records and some columns, and returns the records with only those columns. */
	function: string;
	/** Names of all columns of a record; each is also the id of a label. */
	columns: readonly string[];
	/** The columns that each receiver gets, by the id of the receiver's label. */
	to: Readonly<Record<string, readonly string[]>>;
}

export interface TableFields {
	rows: readonly TableRow[];
	function: string;
	/** Ids of the labels over the given values; `returns` is the label over the returned ones. */
	given: readonly string[];
	returns: string;
	/** The columns whose numbers are minutes of the day, and are written as times. */
	times?: readonly string[];
	same?: RowGroupingFields;
	shares?: ColumnSharesFields;
	/** A dial on the stage that sets how many rows are shown. */
	hand?: SceneDial;
	decision: SceneDecision;
}
