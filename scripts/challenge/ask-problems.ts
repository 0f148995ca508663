/** Checks that the solution answers the question asked at the hand-in, and answers differently for different drawn inputs. */
import { LOST_TASK_OUTCOME, type Judge } from '#sandbox/judge/index.ts';
import { formatCallAsCode, fillPredictionCall, pickValueAt } from '#lib/domain/prediction-question.ts';
import { pickChallengeDataFiles, judgeInputOf } from '#lib/server/content/judge-input.ts';
import { CHALLENGE_MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { describeProblemReason } from '../judge/describe-verdict.ts';
import { makeSolutionProgram } from './programs.ts';

/** Values of a range to try, each as a fraction of the way from the range's beginning to its end. */
const TRIED_RANGE_FRACTIONS = [0, 0.25, 0.5, 0.75, 0.999_999];

export async function findHandInQuestionProblems(
	judge: Judge,
	readChallenge: ParsedChallenge,
	packed: PackedChallenge
): Promise<ContentProblem[]> {
	const { challenge } = packed;
	const { ask } = challenge;
	if (ask === undefined) return [];
	const { authorFiles, limits } = judgeInputOf(packed);
	const dataFiles = pickChallengeDataFiles(authorFiles);
	const { files } = makeSolutionProgram(packed, challenge.languages[0] ?? 'fr');
	const problemAtHandInQuestion = (message: string) => [
		{ file: CHALLENGE_MANIFEST_FILE, line: readChallenge.lineOf(['ask']), message }
	];
	const answerTexts = new Set<string>();
	for (const fraction of TRIED_RANGE_FRACTIONS) {
		const drawnValues = Object.entries(ask.draw).map(([id, one]) => [id, pickValueAt(one, fraction)] as const);
		const call = fillPredictionCall(ask, Object.fromEntries(drawnValues));
		const outcome = await judge.callFunction({ files, authorFiles: dataFiles, limits, ...call });
		if (outcome === LOST_TASK_OUTCOME) return problemAtHandInQuestion(`the judge ended at ${formatCallAsCode(call)}`);
		if (outcome.kind === 'absent') return problemAtHandInQuestion(`the solution has no function "${ask.name}"`);
		if (outcome.kind === 'problem')
			return problemAtHandInQuestion(
				`the solution returns nothing for ${formatCallAsCode(call)}: ${describeProblemReason(outcome.problem)}`
			);
		answerTexts.add(outcome.text);
	}
	if (answerTexts.size > 1) return [];
	return problemAtHandInQuestion(
		`the solution returns ${[...answerTexts].join()} for every input: there is nothing to predict`
	);
}
