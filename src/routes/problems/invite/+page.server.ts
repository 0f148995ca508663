import { fail } from '@sveltejs/kit';
import { isId } from '#lib/domain/identity.ts';
import { m } from '#lib/paraglide/messages.js';
import { demandAccess } from '#lib/server/access/index.ts';
import { listClassesTaughtBy } from '#lib/server/classes/classes.ts';
import {
	endProblemInvitation,
	listProblemInvitations,
	createProblemInvitation,
	PROBLEM_INVITATION_DAYS
} from '#lib/server/contributions/invitations.ts';
import { database } from '#lib/server/db/index.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { listAddressesForStudents } from '#lib/server/http/server-addresses.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'problem.invite');
	const classes = await listClassesTaughtBy(database(), person.id);
	return {
		addresses: listAddressesForStudents(event.url),
		days: PROBLEM_INVITATION_DAYS,
		classes: classes.filter(({ archivedAt }) => archivedAt === null).map(({ id, name }) => ({ id, name })),
		invitations: await listProblemInvitations(database(), person.id, new Date())
	};
};

export const actions: Actions = {
	async make(event) {
		const person = demandAccess(event, 'problem.invite');
		const wantedClass = readFormText(await event.request.formData(), 'class');
		const schoolClass = (await listClassesTaughtBy(database(), person.id)).find(({ id }) => id === wantedClass);
		const token = await createProblemInvitation(
			database(),
			{ by: person.id, classId: schoolClass?.id ?? null },
			new Date()
		);
		if (token === undefined) return fail(409, { message: m.invite_too_many() });
		return { made: { token, name: person.name, className: schoolClass?.name ?? null } };
	},

	async end(event) {
		const person = demandAccess(event, 'problem.invite');
		const id = readFormText(await event.request.formData(), 'id');
		const hasEnded = isId(id) && (await endProblemInvitation(database(), person.id, id));
		return hasEnded ? { ended: true } : fail(404, { message: m.access_nothing() });
	}
};
