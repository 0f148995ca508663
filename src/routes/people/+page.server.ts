import { fail } from '@sveltejs/kit';
import { isId } from '#lib/domain/identity.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { admitAccount, listAdults, createPasswordResetLink } from '#lib/server/auth/adults.ts';
import { dismissAdult } from '#lib/server/auth/dismiss-adult.ts';
import {
	INVITED_ROLES,
	createInvitation,
	INVITATION_LIFETIME_MILLISECONDS,
	listOpenInvitations,
	revokeInvitation
} from '#lib/server/auth/invitations.ts';
import { handOverClass, listClassesForCurator, listPossibleTeachers } from '#lib/server/classes/hand-over.ts';
import { database } from '#lib/server/db/index.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { removeApplicant } from '#lib/server/personal-data/remove-person.ts';
import { readUsedQuotaPercentOfAll } from '#lib/server/work/quota.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	demandAccess(event, 'account.list');
	const all = await listAdults();
	return {
		applicants: all.filter(({ role }) => role === 'applicant'),
		people: all.filter(({ role }) => role !== 'applicant'),
		invitations: await listOpenInvitations(),
		classes: await listClassesForCurator(database()),
		teachers: await listPossibleTeachers(database()),
		/** Percentage of the site's quota that the works of all people use. */
		usedPercent: await readUsedQuotaPercentOfAll(database())
	};
};

const readInvitedRole = (form: FormData) => {
	const roleText = readFormText(form, 'role');
	return INVITED_ROLES.find((role) => role === roleText);
};

export const actions: Actions = {
	async admit(event) {
		demandAccess(event, 'account.admit');
		const form = await event.request.formData();
		const role = readInvitedRole(form);
		if (!role) return fail(400, { message: m.access_nothing() });
		await admitAccount(readFormText(form, 'id'), role);
	},

	async refuse(event) {
		demandAccess(event, 'account.admit');
		const isGone = await removeApplicant(database(), readFormText(await event.request.formData(), 'id'));
		if (!isGone) return fail(409, { message: m.people_still_teaches() });
	},

	async dismiss(event) {
		demandAccess(event, 'account.admit');
		const dismissal = await dismissAdult(readFormText(await event.request.formData(), 'id'));
		if (dismissal === 'absent') return fail(404, { message: m.access_nothing() });
		if (dismissal === 'last-curator') return fail(409, { message: m.data_last_curator() });
	},

	async handOver(event) {
		const { id } = demandAccess(event, 'class.hand-over');
		const form = await event.request.formData();
		if (!form.has('sure')) return fail(400, { message: m.data_delete_check() });
		const [classId, from, email] = [readFormText(form, 'class'), readFormText(form, 'from'), readFormText(form, 'to')];
		if (!isId(classId) || !isId(from)) return fail(404, { message: m.access_nothing() });
		const outcome = await handOverClass(database(), { classId, from, email, by: id }, new Date());
		if (outcome === 'no-class') return fail(404, { message: m.access_nothing() });
		if (outcome === 'no-teacher') return fail(400, { message: m.hand_over_wrong() });
		return { handedOver: classId };
	},

	async invite(event) {
		const { id } = demandAccess(event, 'account.invite');
		const role = readInvitedRole(await event.request.formData());
		if (!role) return fail(400, { message: m.access_nothing() });
		const token = await createInvitation({
			purpose: 'role',
			role,
			createdBy: id,
			lifetime: INVITATION_LIFETIME_MILLISECONDS.role
		});
		return { link: event.url.origin + localizeHref(`/invitation/${token}`), shown: 'invitation' as const };
	},

	async revoke(event) {
		demandAccess(event, 'account.invite');
		await revokeInvitation(readFormText(await event.request.formData(), 'id'));
	},

	async reset(event) {
		const { id } = demandAccess(event, 'account.invite');
		const account = readFormText(await event.request.formData(), 'id');
		const token = await createPasswordResetLink(account, id);
		if (token === undefined) return fail(404, { message: m.access_nothing() });
		return { link: event.url.origin + localizeHref(`/reset/${token}`), shown: account };
	}
};
