/** Results of checking a program: reports from browsers are advice, verdicts from the judge count. */
export const REPORT_FORMAT = 1;

/** `error` means that the program or the check itself broke; `fail` means that an assertion failed. */
export type CheckStatus = 'pass' | 'fail' | 'error';

/** `line` and `column` count from 1. */
export interface SourcePlace {
	file: string;
	line: number;
	column: number;
}

/** Reason why a check did not pass or a run ended. `expected` and `received` are values printed as text. */
export type Problem =
	| { kind: 'assertion'; matcher: string; message: string; expected?: string; received?: string; place?: SourcePlace }
	| { kind: 'thrown'; name: string; message: string; place?: SourcePlace }
	/** `place` is the endless loop, when it is known. */
	| { kind: 'time'; limit: number; place?: SourcePlace }
	| { kind: 'memory' }
	/** Compiling exceeded the limits on memory or time. With `excess`, a file is too large and compiling was not tried. */
	| { kind: 'too-large'; excess?: ExceededSizeLimit }
	| { kind: 'crash'; message: string };

/** `keyboard`: a page took the focus while the user typed elsewhere. `library`: a library that a page asks for is absent. */
export type RunProblem = Problem | { kind: 'keyboard' } | { kind: 'library' };

/** Size limit that a file exceeds. `line` counts from 1. */
export type ExceededSizeLimit =
	| { of: 'bytes' | 'lines'; file: string; most: number }
	/** `most` counts characters of one line. */
	| { of: 'line'; file: string; line: number; most: number };

export type ConsoleLevel = 'log' | 'info' | 'warn' | 'error' | 'debug';

/** A value as a console shows it, cut to a bounded size and safe to render as text. */
export interface ConsoleValue {
	kind: 'string' | 'number' | 'boolean' | 'nothing' | 'function' | 'object' | 'list' | 'error' | 'other';
	/** The value on one line, cut off when it is long. */
	text: string;
	/** Present when the value can be unfolded. */
	entries?: { key: string; value: ConsoleValue }[];
	more?: number;
}

export interface ConsoleEntry {
	level: ConsoleLevel;
	values: ConsoleValue[];
	times: number;
}

export interface CheckResult {
	/** Titles from the outermost `describe` to the `test`. In a challenge these are ids of texts in text.*.md. */
	path: string[];
	status: CheckStatus;
	problem?: Problem;
	console: ConsoleEntry[];
	duration: number;
}

/** Returns a text that differs for every path of a report. Calls nothing that a program in the same realm could replace. */
export function checkPathKey(path: string[]): string {
	let joinedPath = '';
	for (let index = 0; index < path.length; index++) joinedPath += `${path[index]}\u0000`;
	return joinedPath;
}

export interface Report {
	format: typeof REPORT_FORMAT;
	results: CheckResult[];
	/** Set when the program or the checks could not be loaded; `results` may then be empty. */
	load?: Problem;
	duration: number;
}

/** A figure that a scene's `measure` gives for one option of the decision. */
export interface MeasuredFigure {
	/** Identifies the figure and its label in text.*.md. */
	id: string;
	value: number;
	unit: 'cents' | 'minutes' | 'count' | 'percent' | 'grams' | 'kilometres' | 'days';
	/** Used only to draw the figure. More is not better by itself: students debate that. */
	of?: number;
}

export function hasReportPassed(report: Report): boolean {
	return report.load === undefined && report.results.length > 0 && report.results.every((r) => r.status === 'pass');
}

export interface JudgeLimits {
	/** Milliseconds for loading, and for each check without its own limit. */
	time: number;
	total: number;
	/** Megabytes, each for the program's and the checks' engine. */
	memory: number;
	console: number;
	/** Upper limit of characters of all results together. */
	report: number;
	/** Upper limit of characters of one message between the program's and the checks' engine. */
	message: number;
	/** Upper limit of nested calls between program and checks. */
	depth: number;
	timers: number;
}

export const VERDICT_FORMAT = 1;

export interface Verdict {
	format: typeof VERDICT_FORMAT;
	/** The checks' results; of held-back checks, only what their author discloses. */
	report: Report;
	broke?: 'program' | 'checks';
	/** Counts of the held-back checks, including those that `report` does not name. */
	held: { passed: number; total: number };
	program: string;
	/** SHA-256 of all files that the program was judged with. */
	checks: string;
	/** The challenge's version; `hash` covers the whole package. */
	challenge?: { id: string; version: string; hash: string };
	engine: { name: string; version: string };
	/** The compiler that made the bundle; absent from older verdicts, whose bundles were made by esbuild without a linker. */
	compiler?: { name: string; version: string; linker: number };
	limits: JudgeLimits;
	seed: number;
	/** When the verdict was made, as a date and time in UTC. */
	judgedAt: string;
}

/** Result of calling a function of a program; `text` is the printed value. */
export type FunctionCallResult =
	| { kind: 'value'; text: string }
	| { kind: 'absent' }
	| { kind: 'problem'; problem: Problem };

export function hasVerdictPassed({ report, held }: Verdict): boolean {
	const hasAnyResult = report.results.length > 0 || held.total > 0;
	return (
		hasAnyResult &&
		held.passed === held.total &&
		report.load === undefined &&
		report.results.every((r) => r.status === 'pass')
	);
}
