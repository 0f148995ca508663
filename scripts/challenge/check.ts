import type { Judge } from '#sandbox/judge/index.ts';
import { MUTANTS_FILE, SOLUTION_FOLDER } from '#lib/server/content/mutants.ts';
import { readChallenge, type PackedChallenge, type ParsedChallenge } from '#lib/server/content/pack.ts';
import { withoutRepeatedProblems, type ContentProblem } from '#lib/server/content/content-problem.ts';
import { adviseOnChecks, type AdviceOnChecks } from './advice.ts';
import { findHandInQuestionProblems } from './step-problems.ts';
import { findCatchStepProblems } from './step-problems.ts';
import { findDecisionProblems } from './decision-problems.ts';
import { ChallengeJudging } from './judging.ts';
import { catchMutants, type CatchResult } from './advice.ts';
import { findNameProblems } from './name-problems.ts';
import { findScenePlayProblems } from './play-problems.ts';
import { selectStepsWithChecks } from './programs.ts';
import { findSizeProblems } from './text-problems.ts';
import { checkSolution, type SolutionCheckResult } from './check-solution.ts';
import { findArrangeStepProblems, findHeldBackCheckProblems, findStartProblems } from './step-problems.ts';
import { findTypeProblems } from './type-problems.ts';
import { findTypographyProblems } from './text-problems.ts';

export interface CheckedChallenge {
	folder: string;
	problems: ContentProblem[];
	found?: ChallengeStatistics;
	advice?: AdviceOnChecks;
}

interface ChallengeStatistics {
	version: string;
	steps: number;
	checks: number;
	held: number;
	mutants: Record<string, string[]>;
	slowest: number;
	limit: number;
	/** Bytes of the compiled start, in the language in which it is largest. */
	bundle: number;
	/** Number of mutants that students can catch, in all steps of the kind `catch` together. */
	toCatch: number;
	unread: number;
	isScenePlayed: boolean;
}

interface CheckOptions {
	/** Upper limit of milliseconds for the advice, which only a challenge without problems gets; absent for no advice. */
	adviceMilliseconds?: number;
	/** Also plays the scene for each step, option, theme and size, with programs that throw or return nonsense. */
	isFull?: boolean;
}

export async function checkChallenge(
	folder: string,
	judge: Judge,
	options: CheckOptions = {}
): Promise<CheckedChallenge> {
	let content: ParsedChallenge;
	try {
		content = await readChallenge(folder);
	} catch (error) {
		return { folder, problems: [{ file: '', line: 1, message: explainUnreadableFolder(error) }] };
	}
	return checkParsedChallenge(folder, content, judge, options);
}

export async function checkParsedChallenge(
	folder: string,
	content: ParsedChallenge,
	judge: Judge,
	{ adviceMilliseconds = 0, isFull = false }: CheckOptions = {}
): Promise<CheckedChallenge> {
	const { packed } = content;
	if (packed === undefined) return { folder, problems: content.problems };
	const judging = new ChallengeJudging(judge, content, packed);
	const { problems, found, solved } = await judgeChallenge(judge, judging, content, packed, isFull);
	const typeProblems = await findTypeProblems(content, packed);
	// A mistake in the solution is also in every mutant made of it, where it is not reported again.
	const isSolutionWrong =
		solved.problems.length > 0 || typeProblems.some(({ file }) => file.startsWith(SOLUTION_FOLDER));
	const isNoConsequenceOfWrongSolution = ({ file }: ContentProblem) => !isSolutionWrong || file !== MUTANTS_FILE;
	const reportedProblems = withoutRepeatedProblems([
		...content.problems,
		...problems.filter(isNoConsequenceOfWrongSolution)
	]);
	// A type error is left out where another problem, such as a program that does not load, is reported at the same line.
	const isAtLineWithoutProblem = ({ file, line }: ContentProblem) =>
		!reportedProblems.some((other) => other.file === file && other.line === line);
	const checkedChallenge = {
		folder,
		problems: [
			...reportedProblems,
			...withoutRepeatedProblems(typeProblems.filter(isNoConsequenceOfWrongSolution).filter(isAtLineWithoutProblem))
		],
		found
	};
	if (checkedChallenge.problems.length > 0 || adviceMilliseconds === 0) return checkedChallenge;
	return { ...checkedChallenge, advice: await adviseOnChecks(judging, packed, solved, adviceMilliseconds) };
}

const EMPTY_CATCH_RESULT: CatchResult = { problems: [], catchersByMutant: {} };

async function judgeChallenge(
	judge: Judge,
	judging: ChallengeJudging,
	content: ParsedChallenge,
	packed: PackedChallenge,
	isFull: boolean
): Promise<{ problems: ContentProblem[]; found: ChallengeStatistics; solved: SolutionCheckResult }> {
	const [starts, heldBackProblems, arranged] = await Promise.all([
		findStartProblems(judging, content, packed),
		findHeldBackCheckProblems(judging, packed),
		findArrangeStepProblems(judging, content, packed)
	]);
	// The solution is judged alone, because its time is measured.
	const solved = await checkSolution(judging, content, packed);
	const [caught, decided] = solved.isEndless
		? [EMPTY_CATCH_RESULT, []]
		: await Promise.all([catchMutants(judging, content, packed), findDecisionProblems(judge, content, packed)]);
	// A scene without words cannot be described, and missing words have been reported already.
	const isPlayed = isFull && !solved.isEndless && content.problems.length === 0;
	const playProblems = isPlayed ? await findScenePlayProblems(judge, content, packed) : [];
	// The next checks need complete texts and a right solution, whose problems have been reported already.
	const isWithoutProblem = content.problems.length === 0 && solved.problems.length === 0;
	const predictionProblems = isWithoutProblem ? await findHandInQuestionProblems(judge, content, packed) : [];
	const catchStepResult = isWithoutProblem
		? await findCatchStepProblems(judge, content, packed)
		: { problems: [], toCatch: 0 };
	const { challenge } = packed;
	const checkPaths = new Set(selectStepsWithChecks(challenge).map(({ checks }) => checks));
	return {
		problems: [
			...starts,
			...heldBackProblems,
			...arranged,
			...solved.problems,
			...caught.problems,
			...decided,
			...playProblems,
			...predictionProblems,
			...catchStepResult.problems,
			...findSizeProblems(content, packed),
			...findNameProblems(content, packed),
			// Packing corrects an exercise's typographic signs, so that its teacher need not know how to type them.
			...(packed.isExercise ? [] : findTypographyProblems(content))
		],
		found: {
			version: challenge.version,
			steps: challenge.steps.length,
			checks: checkPaths.size,
			held: judging.heldBackPaths.length,
			mutants: caught.catchersByMutant,
			slowest: Math.round(solved.slowestMilliseconds),
			limit: solved.limits.time,
			bundle: Math.max(
				...challenge.languages.map((language) => Buffer.byteLength(challenge.startBundle[language].code))
			),
			toCatch: catchStepResult.toCatch,
			unread: packed.uncomparedSourceCount,
			isScenePlayed: isPlayed
		},
		solved
	};
}

function explainUnreadableFolder(error: unknown): string {
	const { code, path, message } = Object(error) as Partial<Record<'code' | 'path' | 'message', unknown>>;
	if (code === 'ENOENT') return 'there is no such folder';
	if (code === 'ENOTDIR') return 'is not a folder';
	return code === 'EACCES' ? `${String(path)} may not be read` : `cannot be read: ${String(message)}`;
}
