/** Says why a file was not taken into the project. */
import { m } from '#lib/paraglide/messages.js';
import type { ImportRefusal } from '#lib/projects/pictures/import-picture.ts';

const TEXTS: Record<ImportRefusal | 'count' | 'bytes', (inputs: { name: string }) => string> = {
	kind: m.files_refused_kind,
	heavy: m.files_refused_heavy,
	large: m.files_refused_large,
	broken: m.files_refused_broken,
	svg: m.files_refused_svg,
	count: m.files_refused_count,
	bytes: m.files_refused_bytes
};

export const refusalText = (name: string, reason: keyof typeof TEXTS): string => TEXTS[reason]({ name });
