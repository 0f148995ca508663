/** Removes every sandbox frame from the page while the user types a secret, so no program gets keys. */
import type { Problem } from '../report.ts';

/** The problem of jobs lost to a withdrawal, recognised by identity, because these jobs start again. */
export const WITHDRAWN_PROBLEM: Problem = { kind: 'crash', message: 'The frame was withdrawn.' };

/** A stage that can remove its frame at once and later resume. */
export interface WithdrawableStage {
	withdraw(): void;
	comeBack(): void;
}

const registeredStages = new Set<WithdrawableStage>();
let withdrawalCount = 0;

export const isWithdrawn = (): boolean => withdrawalCount > 0;

/** Registers a stage for withdrawals; returns a function that unregisters it. */
export function registerStage(stage: WithdrawableStage): () => void {
	registeredStages.add(stage);
	return () => void registeredStages.delete(stage);
}

/**
 * Removes every frame before it returns. Frames come back once every caller has called the function returned to it. Does nothing on
 * a server.
 */
export function withdrawStages(): () => void {
	if (typeof document === 'undefined') return () => undefined;
	withdrawalCount += 1;
	if (withdrawalCount === 1) for (const stage of [...registeredStages]) stage.withdraw();
	let isOver = false;
	return () => {
		if (isOver) return;
		isOver = true;
		withdrawalCount -= 1;
		if (withdrawalCount === 0) for (const stage of [...registeredStages]) stage.comeBack();
	};
}
