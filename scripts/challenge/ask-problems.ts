/** Checks that the solution answers the question asked at the hand-in, and answers differently for different drawn inputs. */
import { LOST_TASK_OUTCOME, type Judge } from '#sandbox/judge/index.ts';
import { formatCallAsCode, fillPredictionCall, pickValueAt } from '#lib/domain/prediction-question.ts';
import { challengeDataFiles, judgeInputOf } from '#lib/server/content/judge-input.ts';
import { MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import type { PackedChallenge, ReadChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/problem.ts';
import { problemReason } from '../judge/say.ts';
import { solutionProgram } from './programs.ts';

/** Which values of a range are tried, as fractions from its beginning to its end. */
const DRAW_FRACTIONS = [0, 0.25, 0.5, 0.75, 0.999_999];

export async function problemsOfPrediction(
	judge: Judge,
	read: ReadChallenge,
	packed: PackedChallenge
): Promise<ContentProblem[]> {
	const { challenge } = packed;
	const { ask } = challenge;
	if (ask === undefined) return [];
	const { authorFiles, limits } = judgeInputOf(packed);
	const data = challengeDataFiles(authorFiles);
	const { files } = solutionProgram(packed, challenge.languages[0] ?? 'fr');
	const problem = (message: string) => [{ file: MANIFEST_FILE, line: read.lineOf(['ask']), message }];
	const answers = new Set<string>();
	for (const fraction of DRAW_FRACTIONS) {
		const drawnValues = Object.entries(ask.draw).map(([id, one]) => [id, pickValueAt(one, fraction)] as const);
		const call = fillPredictionCall(ask, Object.fromEntries(drawnValues));
		const outcome = await judge.call({ files, authorFiles: data, limits, ...call });
		if (outcome === LOST_TASK_OUTCOME) return problem(`the judge ended at ${formatCallAsCode(call)}`);
		if (outcome.kind === 'absent') return problem(`the solution has no function "${ask.name}"`);
		if (outcome.kind === 'problem')
			return problem(`the solution returns nothing for ${formatCallAsCode(call)}: ${problemReason(outcome.problem)}`);
		answers.add(outcome.text);
	}
	if (answers.size > 1) return [];
	return problem(`the solution returns ${[...answers].join()} for every input: there is nothing to predict`);
}
