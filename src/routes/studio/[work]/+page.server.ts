import { demandAccess } from '#lib/server/access/index.ts';
import { classesTaughtBy } from '#lib/server/classes/classes.ts';
import { database } from '#lib/server/db/index.ts';
import { shellAddresses } from '#lib/server/shell/index.ts';
import { publishedBy } from '#lib/server/studio/publications.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

// Not prerendered: the policy names the shell's address, known only at run time.
export const prerender = false;

// The browser opens the draft itself, so this data holds nothing of it.
export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'studio.use');
	const [classes, published] = await Promise.all([
		classesTaughtBy(database(), person.id),
		publishedBy(database(), person.id)
	]);
	return {
		work: event.params.work,
		account: person.id,
		language: getLocale(),
		shells: shellAddresses(event.url),
		classes: classes.filter(({ archivedAt }) => archivedAt === null).map(({ id, name }) => ({ id, name })),
		published: published.map(({ id, hash, version }) => ({ id, hash, version }))
	};
};
