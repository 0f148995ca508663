import { demand } from '#lib/server/access/index.ts';
import { classesTaughtBy } from '#lib/server/classes/classes.ts';
import { database } from '#lib/server/db/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = demand(event, 'class.create');
	return { classes: await classesTaughtBy(database(), person.id) };
};
