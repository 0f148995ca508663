import { demandClassAccess } from '#lib/server/classes/require-class.ts';
import { listAddressesForStudents } from '#lib/server/http/server-addresses.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass } = await demandClassAccess(event, 'class.read');
	return { schoolClass, addresses: listAddressesForStudents(event.url) };
};
