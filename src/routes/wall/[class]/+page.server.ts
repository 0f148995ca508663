/** Loads a class's wall for its students; a teacher of the class is sent to their own page. */
import { redirect } from '@sveltejs/kit';
import { areLinksOpen, isWallOpen } from '#lib/domain/wall.ts';
import { localizeHref } from '#lib/localize-href.ts';
import { database } from '#lib/server/db/index.ts';
import { demandWall } from '#lib/server/wall/require-wall.ts';
import { readWall } from '#lib/server/wall/wall-queries.ts';
import type { PageServerLoad } from './$types';

const doneIn = (parameters: URLSearchParams): 'reported' | 'taken-off' | null =>
	parameters.has('reported') ? 'reported' : parameters.has('taken-off') ? 'taken-off' : null;

export const load: PageServerLoad = async (event) => {
	const { person, schoolClass, isTeacher } = await demandWall(event, 'wall.see');
	if (isTeacher) redirect(303, localizeHref(`/classes/${schoolClass.id}/wall`));
	return {
		wall: { id: schoolClass.id, name: schoolClass.name, isOpen: isWallOpen(schoolClass) },
		areLinksOpen: areLinksOpen(schoolClass),
		exhibits: await readWall(database(), schoolClass.id, { account: person.id, isTeacher }),
		done: doneIn(event.url.searchParams)
	};
};
