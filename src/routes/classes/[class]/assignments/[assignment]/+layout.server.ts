/** Loads, for all pages of an assignment, whether its challenge has a decision that the class can debate. */
import { demandAssignment } from '#lib/server/assignments/require-assignment.ts';
import { findPinnedOutline } from '#lib/server/content/pinned-challenge.ts';
import { database } from '#lib/server/db/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { subject } = (await demandAssignment(event, 'board.watch')).assignment;
	const outline = await findPinnedOutline(database(), subject.kind === 'challenge' ? subject.hash : null);
	return { hasDecision: outline !== undefined && outline.decision.options.length > 0 };
};
