import { demandClass } from '#lib/server/classes/demanded.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass } = await demandClass(event, 'class.read');
	return { schoolClass };
};
