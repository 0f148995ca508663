export interface SceneFigure {
	id: string;
	value: number;
	unit: string;
	of?: number;
}

export interface SceneDecision {
	situation: string;
	/** The option that is shown until the student chooses one. */
	option: string;
	measure(option: string, values?: Record<string, number>): readonly SceneFigure[];
}

export interface SceneDial {
	situation: string;
	id: string;
	start: number;
}

export interface LineFields {
	/** Id of the label over the line. */
	title: string;
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
	beside?: 'fridge';
	hand?: SceneDial;
	decision: SceneDecision;
}

export type TableValue = number | string | boolean;
export type TableRecord = Readonly<Record<string, TableValue>>;

export interface TableRow {
	given: readonly TableValue[];
	/** The value that the program should return. With `same`, rows that belong together have the same value here. */
	right: TableValue;
	/** All data of the row, for functions that take the whole list. */
	record?: TableRecord;
}

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

export interface RowGroupingFields {
	/** Id of the label over the column with the groups' numbers. */
	title: string;
	/** The function that takes all records and returns those that repeat an earlier record. */
	function: string;
	label: string;
}

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

/** A cell of a plan; rows and columns count from 1, from the upper left. */
export interface GridCell extends TableRow {
	row: number;
	column: number;
}

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

export interface ReceiptRow extends TableRow {
	words: string;
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

/** A stop of a round. Its position is in kilometres: x to the east, y to the north. */
export interface RoundStop {
	name: string;
	x: number;
	y: number;
	minutes: number;
	/** Minute of the day until which somebody waits at the stop. */
	until?: number;
}

export interface RoundFields {
	/** Id of the label for the person who drives. */
	title: string;
	/** All stops. The round begins and ends at the first one. */
	stops: readonly RoundStop[];
	/** Minute of the day at which the round begins. */
	starts: number;
	/** Minutes for a kilometre. */
	pace: number;
	/** The function of the program. It takes the present position and the stops that are left. */
	function: string;
	gives: 'order' | 'next';
	/** Kilometres that a round through all stops may have at most. */
	most?: number;
	/** A dial on the stage that sets how many stops there are. */
	hand?: SceneDial;
	decision: SceneDecision;
}

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
