/** Limits of a judgement: defaults for challenges that set none, and allowed ranges. */
import type { JudgeLimits } from '../report.ts';

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
