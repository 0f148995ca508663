import { demand } from '#lib/server/access/index.ts';
import { levelsOf } from '#lib/server/classes/levels.ts';
import { classesOf } from '#lib/server/classes/own.ts';
import { endOf } from '#lib/server/classes/removal.ts';
import { database } from '#lib/server/db/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = demand(event, 'account.read', ['self']);
	return {
		classes: await classesOf(database(), person.id),
		levels: await levelsOf(database(), person.id),
		endsAt: await endOf(database(), person.id)
	};
};
