/** A task in the frame, which is told when the frame is lost. */
import type { Problem } from '../report.ts';

export interface FrameJob {
	onFrameLost(problem: Problem): void;
}
