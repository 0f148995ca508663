/** The app's entry point to the stage. */
import type { Stage, StageOptions } from '../contract.ts';
import { FramedStage } from './framed-stage.ts';

export { FrameBlocked } from './connection/client.ts';

export const createStage = (options: StageOptions): Stage => new FramedStage(options);
