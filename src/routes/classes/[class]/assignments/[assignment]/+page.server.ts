import { fail } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { demandAssignmentAccess } from '#lib/server/assignments/require-assignment.ts';
import { findPinnedChallengeOutline } from '#lib/server/content/pinned-challenge.ts';
import { database } from '#lib/server/db/index.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { readBoardRows, findAssignedChallengeHash } from '#lib/server/board/board-rows.ts';
import { markHelpRequestSeen } from '#lib/server/board/progress.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass, assignment } = await demandAssignmentAccess(event, 'board.watch');
	const pinned = await findPinnedChallengeOutline(
		database(),
		await findAssignedChallengeHash(database(), assignment.id)
	);
	const steps = pinned?.steps ?? [];
	return {
		schoolClass,
		assignment,
		steps: steps.map(({ id, kind, title }) => ({ id, kind, title: title[getLocale()] })),
		picture: { now: Date.now(), whole: true, rows: await readBoardRows(database(), assignment.id) }
	};
};

export const actions: Actions = {
	async seen(event) {
		const { assignment } = await demandAssignmentAccess(event, 'board.watch');
		const member = readFormText(await event.request.formData(), 'member');
		if (!/^[\w-]{1,64}$/.test(member)) return fail(400);
		// If the student has withdrawn the request for help, this marks nothing, which is no error.
		await markHelpRequestSeen(database(), assignment.id, member, new Date());
	}
};
