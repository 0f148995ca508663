/**
 * What checking a program says. Written by the browser's checks and by the judge alike.
 * A report from a browser is advice; a verdict comes from the judge alone.
 */
export const REPORT_FORMAT = 1;

/** `error` is a program or a check that broke; it is not a failed check. */
export type Status = 'pass' | 'fail' | 'error';

/** A place in a source file. `line` and `column` count from 1. */
export interface SourcePlace {
	file: string;
	line: number;
	column: number;
}

/** Why a check did not pass, or why a run ended. `expected` and `received` are printed values. */
export type Problem =
	| { kind: 'assertion'; matcher: string; message: string; expected?: string; received?: string; place?: SourcePlace }
	| { kind: 'thrown'; name: string; message: string; place?: SourcePlace }
	/** `place`: the loop that did not end, where it could be found out. */
	| { kind: 'time'; limit: number; place?: SourcePlace }
	| { kind: 'memory' }
	/** Compiling it took more memory or time than there is; `excess`: it was not even tried. */
	| { kind: 'too-large'; excess?: Excess }
	| { kind: 'crash'; message: string };

/** Why a run ended, in words of a stage. `keyboard`: a page took the keyboard from somebody who was writing elsewhere. */
export type RunProblem = Problem | { kind: 'keyboard' };

/** What a file of a program has more of than it may. `line` counts from 1. */
export type Excess =
	| { of: 'bytes' | 'lines'; file: string; most: number }
	/** Characters of one line. */
	| { of: 'line'; file: string; line: number; most: number };

export type Level = 'log' | 'info' | 'warn' | 'error' | 'debug';

/** A value as it is shown: already cut to size, safe to render as text. */
export interface Shown {
	kind: 'string' | 'number' | 'boolean' | 'nothing' | 'function' | 'object' | 'list' | 'error' | 'other';
	/** One line: the whole value, or its beginning. */
	text: string;
	/** Present when the value can be unfolded. */
	entries?: { key: string; value: Shown }[];
	/** How many entries were left out. */
	more?: number;
}

export interface ConsoleEntry {
	level: Level;
	values: Shown[];
	/** How often the same line came in a row. */
	times: number;
}

export interface CheckResult {
	/** Titles from the outermost `describe` to the `test`. In a challenge they are ids; texts live in text.*.md. */
	path: string[];
	status: Status;
	problem?: Problem;
	console: ConsoleEntry[];
	/** Milliseconds. */
	duration: number;
}

export interface Report {
	format: typeof REPORT_FORMAT;
	results: CheckResult[];
	/** Set when the program or the checks could not even be loaded; then `results` may be empty. */
	load?: Problem;
	/** Milliseconds. */
	duration: number;
}

/** A figure that a scene's `measure` gives for one option of the decision. */
export interface Figure {
	/** Its label is in text.*.md under the same id. */
	id: string;
	value: number;
	unit: 'cents' | 'minutes' | 'count' | 'percent' | 'grams' | 'kilometres' | 'days';
	/** Which way is better for whom is the students' debate; this only says where the figure may be drawn. */
	of?: number;
}

export function passed(report: Report): boolean {
	return report.load === undefined && report.results.length > 0 && report.results.every((r) => r.status === 'pass');
}

/** How much a judgement may use. A challenge may set its own. */
export interface Limits {
	/** Milliseconds: loading, and each check that names no limit of its own. */
	time: number;
	/** Milliseconds, for all checks together. */
	total: number;
	/** Megabytes, for the program and for the checks each. */
	memory: number;
	/** Console lines kept of each check. */
	console: number;
	/** Characters of everything that is reported. */
	report: number;
	/** Characters of one message between program and checks. */
	message: number;
	/** How deep program and checks may call one another. */
	depth: number;
	/** Timers that wait at a time. */
	timers: number;
}

export const VERDICT_FORMAT = 1;

/** What the judge says: a report, and everything needed to judge again. */
export interface Verdict {
	format: typeof VERDICT_FORMAT;
	/** Of held-back checks it says what their author lets it say. */
	report: Report;
	/** Who broke, when `report.load` is set. */
	broke?: 'program' | 'checks';
	/** All held-back checks, also those that `report` does not name. */
	held: { passed: number; total: number };
	/** SHA-256 of the program's files. */
	program: string;
	/** SHA-256 of everything the program was judged by. */
	checks: string;
	/** The version that was judged against; its hash is over the whole package. */
	challenge?: { id: string; version: string; hash: string };
	engine: { name: string; version: string };
	limits: Limits;
	seed: number;
	/** When, in UTC. */
	judgedAt: string;
}

/** What a function of a program gave when it was called: a value as it is printed, or why there is none. */
export type Returned =
	| { kind: 'value'; text: string }
	/** The program has no such function. */
	| { kind: 'absent' }
	| { kind: 'problem'; problem: Problem };

export function passedAll({ report, held }: Verdict): boolean {
	const whole = report.results.length > 0 || held.total > 0;
	return (
		whole && held.passed === held.total && report.load === undefined && report.results.every((r) => r.status === 'pass')
	);
}
