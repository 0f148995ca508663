import { fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { runInHashLane } from '#lib/server/auth/hash-queue.ts';
import { createCardToken } from '#lib/server/auth/known-browser.ts';
import { demandClassAccess } from '#lib/server/classes/require-class.ts';
import { listStudentsOfClass, type LoginCard } from '#lib/server/classes/students.ts';
import { replacePassphrase, findTeachersToAskForPassphrase } from '#lib/server/classes/new-passphrase.ts';
import { database } from '#lib/server/db/index.ts';
import { listAddressesForStudents } from '#lib/server/http/server-addresses.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass } = await demandClassAccess(event, 'class.read');
	return {
		schoolClass,
		addresses: listAddressesForStudents(event.url),
		students: await listStudentsOfClass(database(), schoolClass.id),
		/** For students whose words only another class may renew: that class's teachers, by membership id. */
		elsewhere: Object.fromEntries(await findTeachersToAskForPassphrase(database(), schoolClass.id)),
		chosen: event.url.searchParams.get('for')
	};
};

export const actions: Actions = {
	async renew(event) {
		const { schoolClass } = await demandClassAccess(event, 'membership.change');
		const form = await event.request.formData();
		const memberships = form.getAll('student');
		const chosenStudents = (await listStudentsOfClass(database(), schoolClass.id)).filter(({ membership }) =>
			memberships.includes(membership)
		);
		if (chosenStudents.length === 0) return fail(400, { message: m.cards_choose_one() });
		if (chosenStudents.length > 1 && !form.has('sure')) return fail(400, { unsure: true, message: m.cards_unsure() });
		const cards: LoginCard[] = [];
		for (const { membership, account, pseudonym } of chosenStudents) {
			const passphrase = await runInHashLane('known', () => replacePassphrase(membership));
			if (passphrase !== undefined)
				cards.push({ membership, pseudonym, passphrase, token: await createCardToken(account) });
		}
		if (cards.length === 0) return fail(409, { message: m.cards_words_elsewhere() });
		return { cards };
	}
};
