/** The solution passes all checks, those that are held back too, and leaves room for programs that are not as good. */
import { limitsFrom, type Limits } from '../../sandbox/judge/index.ts';
import type { Packed, ReadChallenge } from '../../src/lib/server/content/pack.ts';
import type { ContentProblem } from '../../src/lib/server/content/problem.ts';
import { busyness } from './busyness.ts';
import { passedAll, type Judging } from './judging.ts';
import { checkedSteps, placeOf, solution, type Program } from './programs.ts';

const SHARE = 10;
/** Megabytes the engine needs to start at all. */
const LEAST_MEMORY = 24;
/** A busy machine is slow now and then; a slow program is so each time. */
const ATTEMPTS = 5;

export interface Solved {
	problems: ContentProblem[];
	/** Milliseconds of the slowest check, and of all of them. */
	slowest: number;
	total: number;
	limits: Limits;
}

export async function solve(judging: Judging, read: ReadChallenge, packed: Packed): Promise<Solved> {
	const { challenge } = packed;
	const limits = limitsFrom();
	const files = [...checkedSteps(challenge).map(({ checks }) => checks), ...judging.held];
	const solved: Solved = { problems: [], slowest: 0, total: 0, limits };
	for (const language of challenge.languages) {
		const program = solution(packed, language);
		const each = [];
		// One at a time: what is measured must not wait for a processor that another judgement has.
		for (const file of files) each.push(await solveOne(judging, read, program, file, limits));
		solved.problems.push(...each.flatMap(({ problems }) => problems));
		solved.slowest = Math.max(solved.slowest, ...each.map(({ slowest }) => slowest));
		solved.total = Math.max(
			solved.total,
			each.reduce((sum, { total }) => sum + total, 0)
		);
	}
	if (solved.problems.length === 0 && solved.total > limits.total / SHARE) {
		const message = `the solution takes ${Math.round(solved.total)} ms for all checks, more than a tenth of the limit of ${limits.total} ms`;
		solved.problems.push({
			file: placeOf('main.ts', solution(packed, challenge.languages[0] ?? 'fr'), read),
			line: 1,
			message
		});
	}
	return solved;
}

async function solveOne(judging: Judging, read: ReadChallenge, program: Program, file: string, limits: Limits) {
	const memory = Math.max(LEAST_MEMORY, limits.memory / SHARE);
	const attempt = async () => {
		const times = busyness();
		const given = { time: (limits.time / SHARE) * times, total: (limits.total / SHARE) * times, memory };
		return { times, verdict: await judging.judge(program, [file], given) };
	};
	let last = await attempt();
	for (let more = ATTEMPTS - 1; more > 0 && ranOut(last.verdict.report); more--) last = await attempt();
	const { times, verdict } = last;
	const durations = verdict.report.results.map(({ duration }) => duration / times);
	const used = { slowest: Math.max(0, ...durations), total: durations.reduce((sum, one) => sum + one, 0) };
	if (passedAll(verdict)) return { problems: [], ...used };
	const whole = await judging.judge(program, [file], {
		...limits,
		time: limits.time * times,
		total: limits.total * times
	});
	if (!passedAll(whole)) return { problems: judging.failures('the solution', program, [file], whole), ...used };
	return { problems: tooMuch(judging, read, program, file, verdict.report, limits), ...used };
}

type Report = Awaited<ReturnType<Judging['judge']>>['report'];

function ranOut({ load, results }: Report): boolean {
	return [load, ...results.map(({ problem }) => problem)].some((problem) => problem?.kind === 'time');
}

/** It passes with the whole limits, and did not with a tenth of them. */
function tooMuch(
	judging: Judging,
	read: ReadChallenge,
	program: Program,
	file: string,
	report: Report,
	limits: Limits
): ContentProblem[] {
	const said = (what: string, memory: boolean) =>
		memory
			? `${what} needs more than ${Math.max(LEAST_MEMORY, limits.memory / SHARE)} MB: a tenth of the limit of ${limits.memory} MB, and what the engine begins with`
			: `${what} needs more than a tenth of the limit of ${limits.time} ms`;
	if (report.load !== undefined) {
		const message = said('loading the solution', report.load.kind === 'memory');
		return [{ file: placeOf('main.ts', program, read), line: 1, message }];
	}
	return report.results
		.filter(({ status }) => status !== 'pass')
		.map(({ path, problem }) => {
			const place = judging.checkPlace(program, [file], path);
			const message = said(`"${path.at(-1) ?? ''}" with the solution`, problem?.kind === 'memory');
			return { file: placeOf(place.file, program, read), line: place.line, message };
		});
}
