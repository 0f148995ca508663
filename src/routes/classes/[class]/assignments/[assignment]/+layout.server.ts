import { demandAssignmentAccess } from '#lib/server/assignments/require-assignment.ts';
import { findPinnedChallengeOutline } from '#lib/server/content/pinned-challenge.ts';
import { database } from '#lib/server/db/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { subject } = (await demandAssignmentAccess(event, 'board.watch')).assignment;
	const outline = await findPinnedChallengeOutline(database(), subject.kind === 'challenge' ? subject.hash : null);
	return { hasDecision: outline !== undefined && outline.decision.options.length > 0 };
};
