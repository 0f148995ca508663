import { redirect } from '@sveltejs/kit';
import { areWallLinksOpen, isWallOpen } from '#lib/domain/wall.ts';
import { localizeHref } from '#lib/localize-href.ts';
import { database } from '#lib/server/db/index.ts';
import { listPortfolios } from '#lib/server/wall/portfolio-queries.ts';
import { demandWallAccess } from '#lib/server/wall/require-wall.ts';
import { listExhibits } from '#lib/server/wall/wall-queries.ts';
import type { PageServerLoad } from './$types';

const readDoneAct = (parameters: URLSearchParams): 'reported' | 'taken-off' | null =>
	parameters.has('reported') ? 'reported' : parameters.has('taken-off') ? 'taken-off' : null;

export const load: PageServerLoad = async (event) => {
	const { person, schoolClass, isTeacher } = await demandWallAccess(event, 'wall.see');
	if (isTeacher) redirect(303, localizeHref(`/classes/${schoolClass.id}/wall`));
	const reader = { account: person.id, isTeacher };
	return {
		wall: { id: schoolClass.id, name: schoolClass.name, isOpen: isWallOpen(schoolClass) },
		areLinksOpen: areWallLinksOpen(schoolClass),
		exhibits: await listExhibits(database(), schoolClass.id, reader),
		portfolios: await listPortfolios(database(), schoolClass.id, reader),
		done: readDoneAct(event.url.searchParams)
	};
};
