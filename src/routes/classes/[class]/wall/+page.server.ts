import { areWallLinksOpen, isWallOpen } from '#lib/domain/wall.ts';
import { database } from '#lib/server/db/index.ts';
import { listExhibitsToDecide, setWallOpen } from '#lib/server/wall/reports.ts';
import { setExhibitLinksOpen } from '#lib/server/wall/exhibit-links.ts';
import { listPortfolios } from '#lib/server/wall/portfolio-queries.ts';
import { demandWallAccess } from '#lib/server/wall/require-wall.ts';
import { listExhibits } from '#lib/server/wall/wall-queries.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { person, schoolClass, isTeacher } = await demandWallAccess(event, 'wall.lead');
	const toDecide = await listExhibitsToDecide(database(), [schoolClass.id]);
	const reader = { account: person.id, isTeacher };
	return {
		schoolClass,
		isOpen: isWallOpen(schoolClass),
		areLinksOpen: areWallLinksOpen(schoolClass),
		exhibits: await listExhibits(database(), schoolClass.id, reader),
		portfolios: await listPortfolios(database(), schoolClass.id, reader),
		toDecide: toDecide.map(({ exhibit }) => exhibit)
	};
};

export const actions: Actions = {
	async open(event) {
		const { schoolClass } = await demandWallAccess(event, 'wall.lead');
		await setWallOpen(database(), schoolClass.id, true);
	},
	async close(event) {
		const { schoolClass } = await demandWallAccess(event, 'wall.lead');
		await setWallOpen(database(), schoolClass.id, false);
	},
	async openLinks(event) {
		const { schoolClass } = await demandWallAccess(event, 'wall.lead');
		await setExhibitLinksOpen(database(), schoolClass.id, true);
	},
	async endLinks(event) {
		const { schoolClass } = await demandWallAccess(event, 'wall.lead');
		await setExhibitLinksOpen(database(), schoolClass.id, false);
	}
};
