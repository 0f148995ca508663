/** Says in words who made a picture and what may be done with it. */
import type { FileOrigin, Licence } from '#lib/domain/own-file/own-file.ts';
import { m } from '#lib/paraglide/messages.js';

export const LICENCE_TEXTS: Record<Licence, () => string> = {
	'public-domain': m.files_licence_public_domain,
	'cc-by': m.files_licence_cc_by,
	'cc-by-sa': m.files_licence_cc_by_sa,
	permission: m.files_licence_permission,
	unknown: m.files_licence_unknown
};

const SHORT_TEXTS: Record<Licence, () => string> = {
	'public-domain': m.files_short_public_domain,
	'cc-by': m.files_short_cc_by,
	'cc-by-sa': m.files_short_cc_by_sa,
	permission: m.files_short_permission,
	unknown: m.files_short_unknown
};

export function originText(origin: FileOrigin): string {
	if (origin.kind === 'mine') return m.files_of_mine();
	const where = origin.where === '' ? m.files_of_other() : m.files_of_other_where({ where: origin.where });
	return `${where} · ${SHORT_TEXTS[origin.licence]()}`;
}
