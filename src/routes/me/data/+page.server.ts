import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { demandAccess } from '#lib/server/access/index.ts';
import { findRequiredProof, proveIdentity } from '#lib/server/auth/own-identity.ts';
import { endSessionsOfAccount, signOut } from '#lib/server/auth/session.ts';
import { database } from '#lib/server/db/index.ts';
import { readFormText } from '#lib/server/http/form.ts';
import {
	requestAccountDeletion,
	cancelAccountDeletion,
	classesOfSoleTeacher
} from '#lib/server/personal-data/remove-person.ts';
import { gatherPersonalData, gatherLimiter } from '#lib/server/personal-data/gather-personal-data.ts';
import { summarisePersonalData } from '#lib/server/personal-data/overview.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id } = demandAccess(event, 'account.read', ['self']);
	return {
		outline: await gatherLimiter.run(async () =>
			summarisePersonalData(await gatherPersonalData(database(), id, new Date()), getLocale())
		),
		proof: await findRequiredProof(id),
		/** Classes without another teacher, which would be deleted with this teacher's account. */
		alone: await classesOfSoleTeacher(database(), id)
	};
};

export const actions: Actions = {
	/** Schedules the deletion of the account for some days later, and signs the account out everywhere. */
	async delete(event) {
		const person = demandAccess(event, 'account.delete', ['self']);
		const isStudent = person.role === 'student';
		const proof = await proveIdentity(event, person, readFormText(await event.request.formData(), 'secret'));
		if (proof.kind === 'wait') return fail(429, { message: m.account_wait({ seconds: proof.seconds }) });
		if (proof.kind === 'wrong')
			return fail(400, { message: isStudent ? m.deletion_words_wrong() : m.account_password_wrong() });
		const request = await requestAccountDeletion(database(), person.id, new Date());
		if (request.kind === 'last-curator') return fail(409, { message: m.data_last_curator() });
		await endSessionsOfAccount(person.id);
		await signOut(event);
		redirect(303, localizeHref('/deletion'));
	},

	/** Cancels the scheduled deletion of the account; a banner on every page offers this action. */
	async stay(event) {
		const { id } = demandAccess(event, 'account.delete', ['self']);
		await cancelAccountDeletion(database(), id);
		redirect(303, localizeHref('/me'));
	}
};
