import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/localize-href.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { OFFLINE_COPY_HEADER } from '#lib/offline/worker-messages.ts';
import { findRelationsToAssignment } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { listShellAddresses } from '#lib/server/shell/index.ts';
import type { PageServerLoad } from './$types';

// Not prerendered: the content security policy names the shell's address, known only at run time.
export const prerender = false;

/**
 * Loads neither personal data nor the assignment nor any data of the class, and must never do so: the page is kept for offline
 * use. The browser fetches the data from /api/assignments.
 */
export const load: PageServerLoad = async ({ params, locals: { person }, request, url }) => {
	if (person === null && !request.headers.has(OFFLINE_COPY_HEADER)) {
		const to = localizeHref(`/assignments/${params.assignment}`);
		const code = url.searchParams.get('code');
		redirect(303, `${localizeHref('/join')}?${new URLSearchParams(code ? { code, to } : { to }).toString()}`);
	}
	if (person !== null && person.role !== 'student') {
		const { assignment, relations } = await findRelationsToAssignment(database(), params.assignment, person.id);
		if (assignment && relations.includes('teaches'))
			redirect(303, localizeHref(`/classes/${assignment.classId}/assignments/${assignment.id}`));
	}
	return { id: params.assignment, language: getLocale(), shells: listShellAddresses(url) };
};
