/** Keeps every frame of the sandbox out of the page while somebody types a secret: a program that is not there takes no key. */
import type { Problem } from '../report.ts';

/** This very object: what was lost for no fault of its own is taken up again. */
export const WITHDRAWN: Problem = { kind: 'crash', message: 'The frame was withdrawn.' };

/** A stage that gives its frame up at once, and takes what it played up again afterwards. */
export interface Withdrawable {
	withdraw(): void;
	comeBack(): void;
}

const stages = new Set<Withdrawable>();
let reasons = 0;

export const isWithdrawn = (): boolean => reasons > 0;

/** A stage is told of withdrawals from now on, until it calls what is returned. */
export function enroll(stage: Withdrawable): () => void {
	stages.add(stage);
	return () => void stages.delete(stage);
}

/**
 * Takes every frame out of the document before it returns, and lets none in until what it returns is called, by everybody who
 * withdrew the stages. On a server there is nothing to take out.
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
