/** Sends a task's outcome to the app's process, or a short replacement for an outcome that is too long. */
import type { TaskOutcome } from '../task-messages.ts';

/** Sends the outcome. In place of an outcome that is too long, sends that the program took too much memory. */
export function sendOutcomeOrMemoryProblem(outcome: TaskOutcome, send: (outcome: TaskOutcome) => void): void {
	try {
		send(outcome);
	} catch {
		// The outcome is longer than a text can be. Uncaught, the error would end the process and lose all other tasks.
		const loadProblem = { problem: { kind: 'memory' }, side: 'program' } as const;
		send({ results: [], filePlans: [], loadProblem, duration: outcome.duration });
	}
}
