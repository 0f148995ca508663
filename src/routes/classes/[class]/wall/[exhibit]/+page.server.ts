import type { RequestEvent } from '@sveltejs/kit';
import { areWallLinksOpen, isWallOpen } from '#lib/domain/wall.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/db/index.ts';
import { listShellAddresses } from '#lib/server/shell/index.ts';
import { decideWallItemVisibility } from '#lib/server/wall/reports.ts';
import {
	loadExhibitForPage,
	exhibitIdOf,
	removeOwnSentence,
	readSentenceId,
	storeSubmittedSentence
} from '#lib/server/wall/exhibit-page.ts';
import { endExhibitLink } from '#lib/server/wall/exhibit-links.ts';
import { demandWallAccess } from '#lib/server/wall/require-wall.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const visitor = await demandWallAccess(event, 'wall.lead');
	const { schoolClass } = visitor;
	return {
		schoolClass,
		isOpen: isWallOpen(schoolClass),
		areLinksOpen: areWallLinksOpen(schoolClass),
		exhibit: await loadExhibitForPage(event, visitor),
		language: getLocale(),
		shells: listShellAddresses(event.url)
	};
};

async function changeWallItemVisibility(event: RequestEvent, decision: 'hide' | 'show'): Promise<void> {
	const { schoolClass } = await demandWallAccess(event, 'wall.lead');
	const sentence = readSentenceId(await event.request.formData());
	await decideWallItemVisibility(
		database(),
		{ classId: schoolClass.id, exhibit: exhibitIdOf(event), sentence },
		decision
	);
}

export const actions: Actions = {
	async write(event) {
		return storeSubmittedSentence(event, await demandWallAccess(event, 'wall.answer'));
	},
	async remove(event) {
		await removeOwnSentence(event, await demandWallAccess(event, 'wall.answer'));
	},
	hide: (event) => changeWallItemVisibility(event, 'hide'),
	show: (event) => changeWallItemVisibility(event, 'show'),
	async endLink(event) {
		const { schoolClass } = await demandWallAccess(event, 'wall.lead');
		await endExhibitLink(database(), null, { classId: schoolClass.id, exhibit: exhibitIdOf(event) });
	}
};
