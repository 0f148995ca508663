/** Tells the frame of an assignment's pages whether its challenge ends in a decision, which a class can debate. */
import { demandAssignment } from '#lib/server/assignments/require-assignment.ts';
import { findPinnedOutline } from '#lib/server/content/pinned-challenge.ts';
import { database } from '#lib/server/db/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { subject } = (await demandAssignment(event, 'board.watch')).assignment;
	const outline = await findPinnedOutline(database(), subject.kind === 'challenge' ? subject.hash : null);
	return { hasDecision: outline !== undefined && outline.decision.options.length > 0 };
};
