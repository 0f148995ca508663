/** Adds the files of a ready template, which are imported only when a page asks for that beginning. */
import { PROJECT_TEMPLATES } from '#lib/domain/ready-made.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	const template = PROJECT_TEMPLATES.find((each) => each === data.template);
	if (template === undefined) return { ...data, ready: undefined };
	const { findReadyTemplate } = await import('#lib/projects/templates/ready-templates.ts');
	return { ...data, ready: findReadyTemplate(template, data.language) };
};
