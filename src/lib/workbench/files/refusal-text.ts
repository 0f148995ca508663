/** Says why a file was not taken into the project. */
import { MOST_VERSION_FILES } from '#lib/domain/file-size.ts';
import { OWN_FILE_LIMITS } from '#lib/domain/own-file/own-file.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DataFileRefusal } from '#lib/projects/own-files/read-data-file.ts';
import type { ImportFileRefusal } from '#lib/projects/own-files/import-file.ts';

/** Matches the names of HEIC photographs, which an iPhone makes unless it is set otherwise. */
const HEIC_NAME_PATTERN = /\.hei[cf]$/i;

const IMPORT_REFUSAL_TEXTS: Record<
	ImportFileRefusal | DataFileRefusal | 'count' | 'bytes' | 'page-only',
	(inputs: { name: string }) => string
> = {
	kind: ({ name }) => (HEIC_NAME_PATTERN.test(name) ? m.files_refused_heic({ name }) : m.files_refused_kind({ name })),
	heavy: m.files_refused_heavy,
	large: m.files_refused_large,
	broken: m.files_refused_broken,
	svg: m.files_refused_svg,
	'sound-kind': m.files_refused_sound_kind,
	'sound-heavy': m.files_refused_sound_heavy,
	'sound-broken': m.files_refused_sound_broken,
	'sound-codec': m.files_refused_sound_codec,
	'film-kind': m.files_refused_film_kind,
	'page-only-kind': m.files_refused_kind,
	'page-only-heavy': m.files_refused_page_only_heavy,
	'page-only-broken': m.files_refused_page_only_broken,
	'page-only': m.files_refused_page_only,
	'data-heavy': m.files_refused_data_heavy,
	'data-broken': m.files_refused_data_broken,
	workbook: m.files_refused_workbook,
	count: ({ name }) => m.files_refused_count({ name, own: OWN_FILE_LIMITS.files, files: MOST_VERSION_FILES }),
	bytes: m.files_refused_bytes
};

export const importRefusalText = (name: string, reason: keyof typeof IMPORT_REFUSAL_TEXTS): string =>
	IMPORT_REFUSAL_TEXTS[reason]({ name });
