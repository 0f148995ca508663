/** Limits how often one person changes walls; projects and the portfolio count together. */
import { createPersonRateLimit, wallResponder } from '#lib/server/http/api.ts';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';

/** Number of changes of walls that one person may make at once. */
const MOST_WALL_CHANGES_AT_ONCE = 40;
const MILLISECONDS_PER_WALL_CHANGE = 5000;
/** Seconds that a refused browser waits before it tries again. */
const WALL_RETRY_SECONDS = 30;

const wallChangeLimit = new BurstLimit(MOST_WALL_CHANGES_AT_ONCE, MILLISECONDS_PER_WALL_CHANGE);

/** Returns the refusal of a person who changes walls too often, else undefined. */
export const limitWallChanges = createPersonRateLimit(wallResponder, WALL_RETRY_SECONDS, wallChangeLimit);
