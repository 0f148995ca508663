/** Reads a verdict on a challenge: the step of each check, and which checks are held back. */
import type { CheckResult, CheckStatus, Verdict } from '#sandbox/report.ts';

/** First element of the paths of held-back checks, before their step. */
const HELD_BACK_PATH_ELEMENT = 'held';

/** Returns the elements with which the paths of a step's checks begin in a verdict. */
export const checkPathPrefix = (step: string): string[] => [step];
export const heldBackCheckPathPrefix = (step: string): string[] => [HELD_BACK_PATH_ELEMENT, step];

export interface NamedCheck {
	step: string;
	/** Id of the check; the challenge's texts give the check its title under this id. */
	check: string;
	held: boolean;
}

export function parseCheckPath(path: readonly string[]): NamedCheck {
	const isHeld = path[0] === HELD_BACK_PATH_ELEMENT && path.length > 2;
	const [step = ''] = isHeld ? path.slice(1) : path;
	return { step, check: path.at(-1) ?? '', held: isHeld };
}

/**
 * Numbers of passed checks and of all checks, held-back ones included; checks of steps that may be skipped are counted apart, in `beyond`.
 */
export interface VerdictCheckCounts {
	passed: number;
	total: number;
	beyond: { passed: number; total: number };
}

/** Counts the checks of a verdict. `skippableSteps` lists the steps that may be skipped. */
export function countVerdictChecks(
	{ report, held }: Pick<Verdict, 'report' | 'held'>,
	skippableSteps: readonly string[]
): VerdictCheckCounts {
	const tally: VerdictCheckCounts = { passed: held.passed, total: held.total, beyond: { passed: 0, total: 0 } };
	for (const { path, status } of report.results) {
		const { step, held: isHeld } = parseCheckPath(path);
		if (isHeld) continue;
		const targetCounts = skippableSteps.includes(step) ? tally.beyond : tally;
		targetCounts.total += 1;
		if (status === 'pass') targetCounts.passed += 1;
	}
	return tally;
}

/** Tells whether the program passes no check of the steps that may be skipped, as after a student skipped them. */
export const isOptionalStepUndone = ({ beyond }: VerdictCheckCounts): boolean =>
	beyond.total > 0 && beyond.passed === 0;

export interface CheckDifference extends NamedCheck {
	/** Status in the earlier verdict; absent when that verdict has no result for the check. */
	before?: CheckStatus;
	after?: CheckStatus;
}

export function compareVerdictChecks(
	before: Pick<Verdict, 'report'>,
	after: Pick<Verdict, 'report'>
): CheckDifference[] {
	const [one, other] = [statusByCheck(before.report.results), statusByCheck(after.report.results)];
	const checkKeys = [...new Set([...one.keys(), ...other.keys()])];
	return checkKeys.flatMap((key) => {
		const [was, is] = [one.get(key), other.get(key)];
		const namedCheck = was ?? is;
		if (namedCheck === undefined || was?.status === is?.status) return [];
		const { step, check, held } = namedCheck;
		return [{ step, check, held, ...(was && { before: was.status }), ...(is && { after: is.status }) }];
	});
}

function statusByCheck(results: readonly CheckResult[]): Map<string, NamedCheck & { status: CheckStatus }> {
	return new Map(
		results.map(({ path, status }) => {
			const namedCheck = parseCheckPath(path);
			return [JSON.stringify([namedCheck.held, namedCheck.step, namedCheck.check]), { ...namedCheck, status }];
		})
	);
}
