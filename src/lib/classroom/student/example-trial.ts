import type { CaughtMutants } from '#lib/domain/verdict.ts';
import { parseTrialAnswer, type SentTrial } from '#lib/wire/example-trial.ts';
import { handInApi } from '#lib/wire/hand-in.ts';
import { requestJson } from '#lib/wire/api.ts';

/** Milliseconds to wait for the judge's answer: when a whole class asks at once, the requests are answered in turn. */
const LONGEST_TRIAL_WAIT_MS = 120_000;

export type ExampleTrialOutcome =
	| { kind: 'tried'; trial: CaughtMutants }
	| { kind: 'wait'; seconds: number }
	/** `offline`: the server cannot be reached. */
	| { kind: 'offline' | 'closed' | 'signed-out' | 'failed' };

export async function requestExampleTrial(
	assignmentId: string,
	asked: Omit<SentTrial, 'format'>
): Promise<ExampleTrialOutcome> {
	const answer = await requestJson(`/api/assignments/${encodeURIComponent(assignmentId)}/trials`, parseTrialAnswer, {
		method: 'POST',
		body: { format: handInApi.format, ...asked },
		patienceMs: LONGEST_TRIAL_WAIT_MS
	});
	if (answer.kind === 'unanswered') return { kind: answer.reason === 'offline' ? 'offline' : 'failed' };
	if (answer.kind === 'tried') return { kind: 'tried', trial: answer.trial };
	const { reason, seconds } = answer;
	if (reason === 'too-often' && seconds !== undefined) return { kind: 'wait', seconds };
	return { kind: reason === 'closed' || reason === 'signed-out' ? reason : 'failed' };
}
