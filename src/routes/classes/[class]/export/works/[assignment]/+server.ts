/** Returns an assignment's submissions in parts; `?after=` is the number of submissions to skip. */
import { error, json } from '@sveltejs/kit';
import { isId } from '#lib/domain/identity.ts';
import { findAssignment } from '#lib/server/assignments/assignment-queries.ts';
import { demandClassAccess } from '#lib/server/classes/require-class.ts';
import { database } from '#lib/server/db/index.ts';
import { readPartOfHandedInWorks } from '#lib/server/export/results.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { schoolClass } = await demandClassAccess(event, 'class.export');
	const { assignment: id } = event.params;
	const after = Number(event.url.searchParams.get('after') ?? 0);
	if (!isId(id)) error(404);
	if (!Number.isSafeInteger(after) || after < 0) error(400);
	const assignment = await findAssignment(database(), id);
	if (assignment?.classId !== schoolClass.id) error(404);
	return json(await readPartOfHandedInWorks(database(), schoolClass.id, id, after), {
		headers: { 'cache-control': 'no-store' }
	});
};
