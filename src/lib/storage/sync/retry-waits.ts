/** Computes how long a sender waits after failures: twice as long each time. */

const SHORTEST_RETRY_WAIT_MS = 2000;
export const LONGEST_RETRY_WAIT_MS = 120_000;

export const computeRetryWaitLimitMs = (failures: number): number =>
	Math.min(LONGEST_RETRY_WAIT_MS, SHORTEST_RETRY_WAIT_MS * 2 ** (failures - 1));
