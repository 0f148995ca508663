import { completeJudgeLimits, hasVerdictPassed, type JudgeLimits, type Verdict } from '#sandbox/judge/index.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { removeCheckRepeatNumber, type ChallengeJudging } from './judging.ts';
import { selectStepsWithChecks, authorPlaceOf, makeSolutionProgram, type ChallengeProgram } from './programs.ts';

const SOLUTION_LIMIT_DIVISOR = 10;
const MIN_MEMORY_MEGABYTES = 24;
/** Raises the checks' time limit while the solution is measured, so that the true time of a slow one becomes known. */
const MEASURING_TIME_FACTOR = 5;

export interface SolutionCheckResult {
	problems: ContentProblem[];
	/** Of one check; `totalMilliseconds` is the sum over all checks. */
	slowestMilliseconds: number;
	totalMilliseconds: number;
	limits: JudgeLimits;
	/** True when the solution, or a check that runs it, does not end. Programs made from the solution are then not tried. */
	isEndless: boolean;
}

export async function checkSolution(
	judging: ChallengeJudging,
	read: ParsedChallenge,
	packed: PackedChallenge
): Promise<SolutionCheckResult> {
	const { challenge } = packed;
	const limits = completeJudgeLimits(challenge.limits);
	const files = [...selectStepsWithChecks(challenge).map(({ checks }) => checks), ...judging.heldBackPaths];
	const [first = 'fr', ...others] = challenge.languages;
	const solutionCheck = new SolutionCheck(judging, read, makeSolutionProgram(packed, first), limits);
	for (const file of files) if (!solutionCheck.isEndless) await solutionCheck.runCheckFile(file);
	const { problems, isEndless } = solutionCheck;
	const total = sum(Object.values(solutionCheck.neededMilliseconds));
	if (problems.length === 0 && total > limits.total / SOLUTION_LIMIT_DIVISOR) {
		const message = `the solution takes ${Math.round(total)} ms for all checks, more than a tenth of the limit of ${limits.total} ms`;
		problems.push({
			...authorPlaceOf({ file: 'main.ts', line: 1 }, makeSolutionProgram(packed, first), read),
			message
		});
	}
	if (problems.length > 0)
		return { problems, slowestMilliseconds: solutionCheck.slowest, totalMilliseconds: total, limits, isEndless };
	// In other languages, time and memory are not measured, because the programs differ in little more than their data.
	for (const language of others) {
		const program = makeSolutionProgram(packed, language);
		for (const file of files) {
			const verdict = await judging.judgeProgram(program, [file], extendTimeLimits(limits));
			if (!hasVerdictPassed(verdict))
				problems.push(...judging.describeFailedChecks('the solution', program, [file], verdict));
		}
	}
	return { problems, slowestMilliseconds: solutionCheck.slowest, totalMilliseconds: total, limits, isEndless };
}

class SolutionCheck {
	readonly problems: ContentProblem[] = [];
	readonly neededMilliseconds: Record<string, number> = {};
	isEndless = false;
	readonly #judging: ChallengeJudging;
	readonly #read: ParsedChallenge;
	readonly #program: ChallengeProgram;
	readonly #limits: JudgeLimits;
	/** Megabytes that the solution may use: a tenth of the limit, but at least what the engine needs to start. */
	readonly #solutionMemory: number;

	constructor(judging: ChallengeJudging, read: ParsedChallenge, program: ChallengeProgram, limits: JudgeLimits) {
		this.#judging = judging;
		this.#read = read;
		this.#program = program;
		this.#limits = limits;
		this.#solutionMemory = Math.max(MIN_MEMORY_MEGABYTES, limits.memory / SOLUTION_LIMIT_DIVISOR);
	}

	get slowest(): number {
		return Math.max(0, ...Object.values(this.neededMilliseconds));
	}

	async runCheckFile(file: string): Promise<void> {
		const verdict = await this.#judgeCheckFile(file);
		if (hasVerdictPassed(verdict)) {
			for (const path of this.#findSlowChecks(file, verdict)) this.#reportSlowCheck(file, path);
			return;
		}
		this.isEndless = hasTimeProblem(verdict);
		// An endless solution would not end with more memory either, so it is not judged again.
		const fileVerdict = this.isEndless
			? verdict
			: await this.#judging.judgeProgram(this.#program, [file], extendTimeLimits(this.#limits));
		if (!hasVerdictPassed(fileVerdict)) {
			this.problems.push(...this.#judging.describeFailedChecks('the solution', this.#program, [file], fileVerdict));
			return;
		}
		// The solution passes with the full memory, so the smaller memory was the cause.
		const memoryExcessText = `more than ${this.#solutionMemory} MB of the limit of ${this.#limits.memory} MB`;
		if (verdict.report.load !== undefined)
			this.#reportProblem('main.ts', [], `the solution needs ${memoryExcessText} to load`);
		for (const { status, path } of verdict.report.results) {
			if (status !== 'pass')
				this.#reportProblem(
					file,
					path,
					`"${removeCheckRepeatNumber(path)}" needs ${memoryExcessText} with the solution`
				);
		}
	}

	#reportSlowCheck(file: string, path: string[]): void {
		const duration = Math.round(this.neededMilliseconds[createCheckKey(file, path)] ?? 0);
		const most = `more than a tenth of the limit of ${this.#limits.time} ms`;
		this.#reportProblem(
			file,
			path,
			`"${removeCheckRepeatNumber(path)}" takes ${duration} ms with the solution, ${most}`
		);
	}

	async #judgeCheckFile(file: string): Promise<Verdict> {
		const patientLimits = { ...extendTimeLimits(this.#limits), memory: this.#solutionMemory };
		const verdict = await this.#judging.judgeProgram(this.#program, [file], patientLimits);
		for (const { path, duration } of verdict.report.results)
			this.neededMilliseconds[createCheckKey(file, path)] = duration;
		return verdict;
	}

	#findSlowChecks(file: string, { report }: Verdict): string[][] {
		const most = this.#limits.time / SOLUTION_LIMIT_DIVISOR;
		return report.results
			.map(({ path }) => path)
			.filter((path) => (this.neededMilliseconds[createCheckKey(file, path)] ?? 0) > most);
	}

	#reportProblem(file: string, path: string[], message: string): void {
		const place = this.#judging.findCheckPlace(this.#program, [file], path);
		this.problems.push({ ...authorPlaceOf(place, this.#program, this.#read), message });
	}
}

function extendTimeLimits({ time, total, ...others }: JudgeLimits): JudgeLimits {
	const patientMilliseconds = time * MEASURING_TIME_FACTOR;
	return { ...others, time: patientMilliseconds, total: Math.max(total, patientMilliseconds) };
}

function hasTimeProblem({ report: { load, results } }: Verdict): boolean {
	return load?.kind === 'time' || results.some(({ problem }) => problem?.kind === 'time');
}

function createCheckKey(file: string, path: string[]): string {
	return [file, ...path].join('\n');
}

function sum(numbers: number[]): number {
	return numbers.reduce((all, one) => all + one, 0);
}
