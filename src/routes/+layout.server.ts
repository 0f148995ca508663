import type { LayoutServerLoad } from './$types';

/** Every page says who is at work. */
export const load: LayoutServerLoad = ({ locals }) => ({ person: locals.person });
