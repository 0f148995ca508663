/** Judges an author's programs, and turns failed checks into problems of the challenge. */
import type { Judge, JudgeLimits, Verdict } from '#sandbox/judge/index.ts';
import type { CheckResult, Problem } from '#sandbox/report.ts';
import type { Files } from '#sandbox/contract.ts';
import { describeProblemForAuthor } from './author-reason.ts';
import { selectFilesThatChecksNeed } from './check-files.ts';
import { judgeInputOf } from '#lib/server/content/judge-input.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { findCheckLine } from './source-lines.ts';
import { authorPlaceOf, type ChallengeProgram } from './programs.ts';

export class ChallengeJudging {
	readonly authorFiles: Files;
	readonly heldBackPaths: string[];
	readonly #limits: Partial<JudgeLimits>;
	readonly #judge: Judge;
	readonly #content: ParsedChallenge;

	constructor(judge: Judge, content: ParsedChallenge, packed: PackedChallenge) {
		const { authorFiles, heldBackChecks, limits } = judgeInputOf(packed);
		this.authorFiles = authorFiles;
		this.heldBackPaths = heldBackChecks.map(({ path }) => path);
		this.#limits = limits;
		this.#judge = judge;
		this.#content = content;
	}

	/** Judges a program. Held-back checks run like all others, because the author may see everything. */
	judgeProgram({ files }: ChallengeProgram, checks: string[], limits: Partial<JudgeLimits>): Promise<Verdict> {
		const authorFiles = selectFilesThatChecksNeed(this.authorFiles, checks);
		return this.#judge.judge({ files, authorFiles, checks, limits: { ...this.#limits, ...limits } });
	}

	/** Returns a problem for each check that `program` does not pass. `who` names the program in the messages. */
	describeFailedChecks(
		who: string,
		program: ChallengeProgram,
		checks: string[],
		{ report, broke }: Verdict
	): ContentProblem[] {
		if (report.load !== undefined) {
			const fallbackPath = broke === 'checks' ? (checks[0] ?? '') : 'main.ts';
			return [this.#createContentProblem(program, report.load, fallbackPath, 1, `${who} does not load`)];
		}
		if (report.results.length === 0 && checks[0] !== undefined) {
			return [{ ...authorPlaceOf({ file: checks[0], line: 1 }, program, this.#content), message: 'there is no check' }];
		}
		return report.results
			.filter(({ status }) => status !== 'pass')
			.map((result) => this.#createFailureProblem(who, program, checks, result));
	}

	#createFailureProblem(
		who: string,
		program: ChallengeProgram,
		checks: string[],
		{ path, problem }: CheckResult
	): ContentProblem {
		const { file, line } = this.findCheckPlace(program, checks, path);
		const message = `${who} fails "${removeCheckRepeatNumber(path)}"`;
		if (problem === undefined) return { ...authorPlaceOf({ file, line }, program, this.#content), message };
		return this.#createContentProblem(program, problem, file, line, message);
	}

	findCheckPlace(program: ChallengeProgram, checks: string[], path: string[]): { file: string; line: number } {
		for (const file of checks) {
			const line = findCheckLine(this.authorFiles[file] ?? '', removeCheckRepeatNumber(path));
			if (line !== undefined) return { file, line };
		}
		return { file: checks[0] ?? '', line: 1 };
	}

	#createContentProblem(
		program: ChallengeProgram,
		problem: Problem,
		file: string,
		line: number,
		message: string
	): ContentProblem {
		const place = 'place' in problem ? problem.place : undefined;
		return {
			...authorPlaceOf(place ?? { file, line }, program, this.#content),
			message: `${message}: ${describeProblemForAuthor(problem)}`
		};
	}
}

/** Returns a check's id without the number that repeated ids get. */
export function removeCheckRepeatNumber(path: string[]): string {
	return (path.at(-1) ?? '').replace(/ \(\d+\)$/, '');
}
