import { ownFilesOf, type FileOrigin, type OwnFileLicence } from '#lib/domain/own-file/own-file.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Files } from '#sandbox/contract.ts';

export const LICENCE_TEXTS: Record<OwnFileLicence, () => string> = {
	'public-domain': m.files_licence_public_domain,
	'cc-by': m.files_licence_cc_by,
	'cc-by-sa': m.files_licence_cc_by_sa,
	permission: m.files_licence_permission,
	unknown: m.files_licence_unknown
};

const SHORT_LICENCE_TEXTS: Record<OwnFileLicence, () => string> = {
	'public-domain': m.files_short_public_domain,
	'cc-by': m.files_short_cc_by,
	'cc-by-sa': m.files_short_cc_by_sa,
	permission: m.files_short_permission,
	unknown: m.files_short_unknown
};

export function originText(origin: FileOrigin): string {
	return origin.kind === 'mine' ? m.files_of_mine() : foundOriginText(origin);
}

export function fileCreditsOf(files: Files, paths: readonly string[]): Record<string, string> {
	const credits = [...ownFilesOf(files)].flatMap(([path, file]) => {
		if (file === undefined || !paths.includes(path)) return [];
		return [[path, file.origin.kind === 'mine' ? m.files_of_maker() : foundOriginText(file.origin)] as const];
	});
	return Object.fromEntries(credits);
}

function foundOriginText(origin: Extract<FileOrigin, { kind: 'found' }>): string {
	const sourceText = origin.where === '' ? m.files_of_other() : m.files_of_other_where({ where: origin.where });
	return `${sourceText} · ${SHORT_LICENCE_TEXTS[origin.licence]()}`;
}
