/** Removes every sandbox frame while the user types a secret, so that no program gets the keys. */
import type { Problem } from '../report.ts';

/**
 * The problem of a job that ended because the user types a secret. Such a job is recognised by the identity of this object,
 * and starts again when the frames are back.
 */
export const FRAME_WITHDRAWN_PROBLEM: Problem = { kind: 'crash', message: 'The frame was withdrawn.' };

export interface WithdrawableStage {
	withdrawFrame(): void;
	bringFrameBack(): void;
}

const withdrawableStages = new Set<WithdrawableStage>();
let openWithdrawalCount = 0;

export const areFramesWithdrawn = (): boolean => openWithdrawalCount > 0;

/** Adds a stage whose frame `withdrawAllFrames` removes. Returns a function that takes the stage off the list. */
export function registerWithdrawableStage(stage: WithdrawableStage): () => void {
	withdrawableStages.add(stage);
	return () => void withdrawableStages.delete(stage);
}

/**
 * Removes every sandbox frame at once. Returns a function that ends the removal: the frames come back once every caller has
 * called its own. Does nothing on a server.
 */
export function withdrawAllFrames(): () => void {
	if (typeof document === 'undefined') return () => undefined;
	openWithdrawalCount += 1;
	if (openWithdrawalCount === 1) {
		for (const stage of [...withdrawableStages]) stage.withdrawFrame();
		// Frames that the page's HTML contained, and that no stage has taken yet.
		for (const frame of document.querySelectorAll('iframe[data-early]')) frame.remove();
	}
	let isOver = false;
	return () => {
		if (isOver) return;
		isOver = true;
		openWithdrawalCount -= 1;
		if (openWithdrawalCount === 0) for (const stage of [...withdrawableStages]) stage.bringFrameBack();
	};
}
