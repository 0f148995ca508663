import { createJudge } from './index.ts';

/** Never closed: an idle judge does not keep its thread alive, and its process ends with the thread. */
export const judge = createJudge({ isShortLived: true });
