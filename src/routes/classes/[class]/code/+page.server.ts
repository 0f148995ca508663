/** Loads the addresses and the code with which students join a class. */
import { demandClass } from '#lib/server/classes/require-class.ts';
import { addressesForStudents } from '#lib/server/http/server-addresses.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass } = await demandClass(event, 'class.read');
	return { schoolClass, addresses: addressesForStudents(event.url) };
};
