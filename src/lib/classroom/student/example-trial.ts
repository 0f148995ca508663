/** Asks the server's judge about a student's examples before the hand-in. */
import type { CaughtMutants } from '#lib/domain/caught-mutants.ts';
import { parseTrialAnswer, type SentTrial } from '#lib/wire/example-trial.ts';
import { handInApi } from '#lib/wire/hand-in.ts';

export type TrialOutcome =
	| { kind: 'tried'; trial: CaughtMutants }
	| { kind: 'wait'; seconds: number }
	/** `offline`: the server cannot be reached. */
	| { kind: 'offline' | 'closed' | 'signed-out' | 'failed' };

export async function requestTrial(assignment: string, asked: Omit<SentTrial, 'format'>): Promise<TrialOutcome> {
	const response = await fetch(`/api/assignments/${encodeURIComponent(assignment)}/trials`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ format: handInApi.format, ...asked }),
		redirect: 'manual'
	}).catch(() => undefined);
	if (response === undefined) return { kind: 'offline' };
	const answer = parseTrialAnswer(await response.json().catch(() => undefined));
	if (answer === undefined) return { kind: 'failed' };
	if (answer.kind === 'tried') return { kind: 'tried', trial: answer.trial };
	const { reason, seconds } = answer;
	if (reason === 'too-often' && seconds !== undefined) return { kind: 'wait', seconds };
	return { kind: reason === 'closed' || reason === 'signed-out' ? reason : 'failed' };
}
