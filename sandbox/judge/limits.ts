import type { JudgeLimits } from '../report.ts';
import type { Files } from '../contract.ts';

const CHECKS_FOLDER = 'checks/';

/** Imports may leave out these extensions: an import of `x.js` finds `x.ts`, or before it `x.js.ts`. */
const removeImportExtensions = (path: string) => path.replace(/(?:\.(?:ts|js|json))+$/, '');

export function selectStudentFiles(files: Files, authorFiles: Files): Files {
	const authorNames = new Set(Object.keys(authorFiles).map(removeImportExtensions));
	const isStudentPathHarmless = (path: string) =>
		Object.hasOwn(authorFiles, path) ||
		(!path.startsWith(CHECKS_FOLDER) && !authorNames.has(removeImportExtensions(path)));
	return Object.fromEntries(Object.entries(files).filter(([path]) => isStudentPathHarmless(path)));
}

const DEFAULT_LIMITS: Readonly<JudgeLimits> = {
	time: 2000,
	total: 10_000,
	memory: 64,
	console: 200,
	report: 4_000_000,
	message: 8_000_000,
	depth: 200,
	timers: 10_000
};

/** Allowed range of each limit. With less memory than the lower bound, the engine does not start. */
const JUDGE_LIMIT_BOUNDS: Record<keyof JudgeLimits, [least: number, most: number]> = {
	time: [1, 600_000],
	total: [1, 3_600_000],
	memory: [24, 1024],
	console: [0, 10_000],
	report: [10_000, 50_000_000],
	message: [10_000, 100_000_000],
	depth: [1, 1000],
	timers: [1, 100_000]
};

export function completeJudgeLimits(wanted: Partial<JudgeLimits> = {}): JudgeLimits {
	const limits: JudgeLimits = { ...DEFAULT_LIMITS };
	for (const name of Object.keys(JUDGE_LIMIT_BOUNDS) as (keyof JudgeLimits)[]) {
		const [least, most] = JUDGE_LIMIT_BOUNDS[name];
		const value = wanted[name] ?? limits[name];
		if (!(value >= least && value <= most))
			throw new RangeError(`${name}: ${value} is not between ${least} and ${most}`);
		limits[name] = value;
	}
	return limits;
}
