/** Limits how often one person may save, far above a student who returns from a week offline. */
import { BurstLimit } from './burst-limit.ts';

/** A browser saves a work every half minute, and at each step. More would fill a disk or a queue. */
const AT_ONCE = 120;
const ONE_MORE = 1000;
/** Seconds that a browser waits before it tries again. */
export const LATER_SECONDS = 30;

export const writes = new BurstLimit(AT_ONCE, ONE_MORE);
