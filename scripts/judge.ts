import { createJudge, hasVerdictPassed, type Verdict } from '#sandbox/judge/index.ts';
import { parseCheckPath } from '#lib/domain/verdict.ts';
import { ArgumentError, readJudgeArguments } from './judge/arguments.ts';
import { readJudgeInputs } from './judge/judge-inputs.ts';
import { describeVerdict } from './judge/describe-verdict.ts';

const PASSED_EXIT_CODE = 0;
const FAILED_EXIT_CODE = 1;
const MISUSE_EXIT_CODE = 2;

/**
 * Options: --program <folder or file> (or --programs <folder of folders>, one JSON line for each) and --checks <file or folder>… or
 * --challenge <folder>; [--json] [--seed N] [--time-limit MS] [--total-limit MS] [--memory-limit MB] [--language fr|en]. Returns 0
 * when all checks pass, apart from a challenge's optional ones; 1 when some fail; 2 for wrong usage or checks that do not load.
 */
async function runJudgeCommand(): Promise<number> {
	const judgeArguments = readJudgeArguments(process.argv.slice(2));
	const inputs = await readJudgeInputs(judgeArguments);
	const isForManyPrograms = judgeArguments.programs.kind === 'many';
	const judge = createJudge(isForManyPrograms ? {} : { seats: 1, isShortLived: true });
	try {
		const verdicts = inputs.map(async ({ name, input, optionalSteps }) => {
			const verdict = await judge.judge(input);
			const text =
				isForManyPrograms || judgeArguments.asJson
					? JSON.stringify(isForManyPrograms ? { name, ...verdict } : verdict)
					: describeVerdict(name, verdict);
			process.stdout.write(`${text}\n`);
			return exitCodeOfVerdict(verdict, optionalSteps);
		});
		return Math.max(PASSED_EXIT_CODE, ...(await Promise.all(verdicts)));
	} finally {
		await judge.close();
	}
}

function exitCodeOfVerdict(verdict: Verdict, optionalSteps: string[]): number {
	if (verdict.broke === 'checks') return MISUSE_EXIT_CODE;
	const isNothingChecked =
		verdict.report.load === undefined && verdict.report.results.length === 0 && verdict.held.total === 0;
	if (isNothingChecked) return MISUSE_EXIT_CODE;
	const { report } = verdict;
	const requiredResults = report.results.filter(({ path }) => !optionalSteps.includes(parseCheckPath(path).step));
	return hasVerdictPassed({ ...verdict, report: { ...report, results: requiredResults } })
		? PASSED_EXIT_CODE
		: FAILED_EXIT_CODE;
}

try {
	process.exitCode = await runJudgeCommand();
} catch (error) {
	if (!(error instanceof ArgumentError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = MISUSE_EXIT_CODE;
}
