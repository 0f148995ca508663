/** The judge of unit tests: one for all test files of a thread, because each starts a process of its own. */
import { createJudge } from './index.ts';

/** Never closed: an idle judge keeps no process alive, and its own process ends with the thread. */
export const judge = createJudge({ isShortLived: true });
