import { getLocale } from '#lib/paraglide/runtime.js';
import { countClassProgress, mergePairRows } from '#lib/domain/progress.ts';
import { demandAssignmentAccess } from '#lib/server/assignments/require-assignment.ts';
import { findPinnedChallengeOutline } from '#lib/server/content/pinned-challenge.ts';
import { database } from '#lib/server/db/index.ts';
import { readBoardRows, findAssignedChallengeHash } from '#lib/server/board/board-rows.ts';
import type { PageServerLoad } from './$types';

/** Loads no data of single students, because the class sees the projector and could read the page's data. */
export const load: PageServerLoad = async (event) => {
	const { assignment } = await demandAssignmentAccess(event, 'board.watch');
	const { id, classId, title } = assignment;
	const pinned = await findPinnedChallengeOutline(database(), await findAssignedChallengeHash(database(), id));
	const steps = (pinned?.steps ?? []).map((step) => ({ id: step.id, title: step.title[getLocale()] }));
	const rows = mergePairRows(await readBoardRows(database(), id));
	return {
		title: title[getLocale()],
		address: `/classes/${classId}/assignments/${id}`,
		steps,
		picture: countClassProgress(
			rows,
			steps.map((step) => step.id)
		)
	};
};
