/** Loads an exhibit for a teacher; hides or shows it or a sentence, stores the teacher's sentences, ends its link. */
import type { RequestEvent } from '@sveltejs/kit';
import { areWallLinksOpen, isWallOpen } from '#lib/domain/wall.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/db/index.ts';
import { shellAddresses } from '#lib/server/shell/index.ts';
import { decideWallItemVisibility } from '#lib/server/wall/reports.ts';
import {
	loadExhibitForPage,
	exhibitIdOf,
	removeOwnSentence,
	readSentenceId,
	storeSubmittedSentence
} from '#lib/server/wall/exhibit-page.ts';
import { endExhibitLink } from '#lib/server/wall/exhibit-links.ts';
import { demandWall } from '#lib/server/wall/require-wall.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const visitor = await demandWall(event, 'wall.lead');
	const { schoolClass } = visitor;
	return {
		schoolClass,
		isOpen: isWallOpen(schoolClass),
		areLinksOpen: areWallLinksOpen(schoolClass),
		exhibit: await loadExhibitForPage(event, visitor),
		language: getLocale(),
		shells: shellAddresses(event.url)
	};
};

async function carryOutDecision(event: RequestEvent, decision: 'hide' | 'show'): Promise<void> {
	const { schoolClass } = await demandWall(event, 'wall.lead');
	const sentence = readSentenceId(await event.request.formData());
	await decideWallItemVisibility(
		database(),
		{ classId: schoolClass.id, exhibit: exhibitIdOf(event), sentence },
		decision
	);
}

export const actions: Actions = {
	async write(event) {
		return storeSubmittedSentence(event, await demandWall(event, 'wall.answer'));
	},
	async remove(event) {
		await removeOwnSentence(event, await demandWall(event, 'wall.answer'));
	},
	hide: (event) => carryOutDecision(event, 'hide'),
	show: (event) => carryOutDecision(event, 'show'),
	async endLink(event) {
		const { schoolClass } = await demandWall(event, 'wall.lead');
		await endExhibitLink(database(), null, { classId: schoolClass.id, exhibit: exhibitIdOf(event) });
	}
};
