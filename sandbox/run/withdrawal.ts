/** Removes every sandbox frame from the page while the user types a secret, so no program gets keys. */
import type { Problem } from '../report.ts';

/** Recognised by identity: jobs lost to a withdrawal start again. */
export const WITHDRAWN: Problem = { kind: 'crash', message: 'The frame was withdrawn.' };

/** A stage that can remove its frame at once and later resume. */
export interface WithdrawableStage {
	withdraw(): void;
	comeBack(): void;
}

const stages = new Set<WithdrawableStage>();
let reasons = 0;

export const isWithdrawn = (): boolean => reasons > 0;

/** Registers a stage for withdrawals; returns a function that unregisters it. */
export function enroll(stage: WithdrawableStage): () => void {
	stages.add(stage);
	return () => void stages.delete(stage);
}

/**
 * Removes every frame before it returns. Frames come back once every caller has called the function returned to it. Does nothing on
 * a server.
 */
export function withdrawStages(): () => void {
	if (typeof document === 'undefined') return () => undefined;
	reasons += 1;
	if (reasons === 1) for (const stage of [...stages]) stage.withdraw();
	let isOver = false;
	return () => {
		if (isOver) return;
		isOver = true;
		reasons -= 1;
		if (reasons === 0) for (const stage of [...stages]) stage.comeBack();
	};
}
