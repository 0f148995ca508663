/** How often one person may save: more than anyone does, also who comes back from a week without a network, and less than fills a disk or a queue. */
import { BurstLimit } from './burst-limit.ts';

/** A browser saves one work every half minute, and at each step. */
const AT_ONCE = 120;
const ONE_MORE = 1000;
/** What a browser waits before it tries again. */
export const LATER_SECONDS = 30;

export const writes = new BurstLimit(AT_ONCE, ONE_MORE);
