import type { CaughtMutantCount } from '#lib/domain/verdict.ts';
import { m } from '#lib/paraglide/messages.js';

/** Returns the count in words; undefined before the verdict, and where there is nothing to catch. */
export function formatCaughtMutantCount(count: CaughtMutantCount | null | undefined): string | undefined {
	return count ? m.board_caught({ caught: count.caught, of: count.total }) : undefined;
}
