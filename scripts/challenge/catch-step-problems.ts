/** Checks that each step "catch" has enough wrong programs to catch. */
import { LOST_TASK_OUTCOME, type Judge } from '#sandbox/judge/index.ts';
import { prepareCatchStepPrograms } from '#lib/server/content/catchable-mutants.ts';
import { CHALLENGE_MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';

/** Smallest number of wrong programs to catch; with fewer, one example may catch them all. */
const MIN_CATCHABLE_MUTANTS = 3;

/** Runs the mutants, the author's and those made from the solution, on the author's examples. */
export async function findCatchStepProblems(
	judge: Judge,
	read: ParsedChallenge,
	packed: PackedChallenge
): Promise<{ problems: ContentProblem[]; toCatch: number }> {
	const problems: ContentProblem[] = [];
	let mutantCount = 0;
	for (const [index, step] of packed.challenge.steps.entries()) {
		if (step.kind !== 'catch') continue;
		const { mutants } = await prepareCatchStepPrograms(packed, step, async (tried) => {
			const outcomes = await judge.tryExamples(tried);
			return outcomes === LOST_TASK_OUTCOME ? [] : outcomes;
		});
		mutantCount += mutants.length;
		if (mutants.length >= MIN_CATCHABLE_MUTANTS) continue;
		const functionNames = step.functions.map(({ name }) => name).join(', ');
		const message = `step "${step.id}" has ${mutants.length} wrong programs to catch, and at least ${MIN_CATCHABLE_MUTANTS} are asked for: write more mutants, and examples of ${functionNames} (in checks/ or private/checks/, as YAML) that tell them from the solution`;
		problems.push({ file: CHALLENGE_MANIFEST_FILE, line: read.lineOf(['steps', index]), message });
	}
	return { problems, toCatch: mutantCount };
}
