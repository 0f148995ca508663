import { fail, redirect } from '@sveltejs/kit';
import { areWallLinksOpen, isWallOpen, parseExhibitLicence } from '#lib/domain/wall.ts';
import { localizeHref } from '#lib/localize-href.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/db/index.ts';
import { listShellAddresses } from '#lib/server/shell/index.ts';
import { reportExhibitOrSentence } from '#lib/server/wall/reports.ts';
import {
	loadExhibitForPage,
	exhibitIdOf,
	removeOwnSentence,
	readSentenceId,
	storeSubmittedSentence
} from '#lib/server/wall/exhibit-page.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { endExhibitLink, createExhibitLink, setExhibitLicence } from '#lib/server/wall/exhibit-links.ts';
import { takeProjectOffWall } from '#lib/server/wall/put-up-project.ts';
import { demandWallAccess } from '#lib/server/wall/require-wall.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const wallAccess = await demandWallAccess(event, 'wall.see');
	const { schoolClass, isTeacher } = wallAccess;
	if (isTeacher) redirect(303, localizeHref(`/classes/${schoolClass.id}/wall/${exhibitIdOf(event)}`));
	return {
		wall: {
			id: schoolClass.id,
			name: schoolClass.name,
			isOpen: isWallOpen(schoolClass),
			areLinksOpen: areWallLinksOpen(schoolClass)
		},
		exhibit: await loadExhibitForPage(event, wallAccess),
		language: getLocale(),
		shells: listShellAddresses(event.url)
	};
};

export const actions: Actions = {
	async write(event) {
		return storeSubmittedSentence(event, await demandWallAccess(event, 'wall.answer'));
	},
	async remove(event) {
		await removeOwnSentence(event, await demandWallAccess(event, 'wall.answer'));
	},
	async report(event) {
		const { person, schoolClass } = await demandWallAccess(event, 'wall.report');
		const sentence = readSentenceId(await event.request.formData());
		const thing = { classId: schoolClass.id, exhibit: exhibitIdOf(event), sentence };
		const isHiddenByThis = await reportExhibitOrSentence(database(), person.id, thing);
		// A person no longer sees an exhibit that they have reported, so send them to the wall.
		if (sentence === null) redirect(303, localizeHref(`/wall/${schoolClass.id}${isHiddenByThis ? '?reported' : ''}`));
	},
	async takeOff(event) {
		const { person, schoolClass } = await demandWallAccess(event, 'wall.put-up');
		await takeProjectOffWall(database(), {
			account: person.id,
			classId: schoolClass.id,
			exhibitId: exhibitIdOf(event)
		});
		redirect(303, localizeHref(`/wall/${schoolClass.id}?taken-off`));
	},
	async makeLink(event) {
		const { person, schoolClass } = await demandWallAccess(event, 'wall.link');
		const place = { classId: schoolClass.id, exhibit: exhibitIdOf(event) };
		if (!(await createExhibitLink(database(), person.id, place))) return fail(409, { hasNoLink: true });
	},
	async setLicence(event) {
		const { person, schoolClass } = await demandWallAccess(event, 'wall.link');
		const place = { classId: schoolClass.id, exhibit: exhibitIdOf(event) };
		const form = await event.request.formData();
		const licence = parseExhibitLicence(readFormText(form, 'licence'));
		const copy = readFormText(form, 'copy');
		if (licence === undefined || !(await setExhibitLicence(database(), person.id, place, { copy, licence })))
			return fail(409, { hasNoLink: true });
	},
	async endLink(event) {
		const { person, schoolClass } = await demandWallAccess(event, 'wall.link');
		await endExhibitLink(database(), person.id, { classId: schoolClass.id, exhibit: exhibitIdOf(event) });
	}
};
