/** A task in the frame, which must learn when the frame is lost. */
import type { Problem } from '../report.ts';

export interface FrameJob {
	onFrameLost(problem: Problem): void;
}
