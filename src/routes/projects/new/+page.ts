/** Adds the files of a ready beginning, which are imported only when a page asks for that beginning. */
import { PROJECT_BEGINNINGS } from '#lib/domain/ready-made.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	const beginning = PROJECT_BEGINNINGS.find((each) => each === data.beginning);
	if (beginning === undefined) return { ...data, ready: undefined };
	const { findReadyBeginning } = await import('#lib/projects/beginnings/ready-beginnings.ts');
	return { ...data, ready: findReadyBeginning(beginning, data.language) };
};
