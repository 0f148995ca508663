/** Imports a font, a film or a 3D model into a page project, if this browser can use the file. */
import { kindOfOwnFile, OWN_FILE_LIMITS, type PageOnlyType } from '#lib/domain/own-file/own-file.ts';
import { readPageOnlyHeader } from '#lib/domain/own-file/file-content.ts';
import { canOpenMedia } from './media-check.ts';

export interface ImportedPageOnlyFile {
	kind: 'font' | 'film' | 'model';
	/** Name of the imported file. */
	name: string;
	type: PageOnlyType;
	bytes: Uint8Array<ArrayBuffer>;
}
export type PageOnlyFileRefusal = 'film-kind' | 'page-only-kind' | 'page-only-heavy' | 'page-only-broken';

const looksLikeFilm = ({ name, type }: File): boolean =>
	type.startsWith('video/') || /\.(?:webm|mp4|m4v|mov|mkv|avi|ogv)$/i.test(name);

export const looksLikePageOnlyFile = (file: File): boolean =>
	looksLikeFilm(file) || file.type.startsWith('font/') || /\.(?:ttf|otf|woff2?|eot|obj|stl)$/i.test(file.name);

/**
 * Imports a font, film or model. Resolves to a refusal when that fails; never rejects. Films from telephones (MP4) are refused,
 * because they may contain the place where they were filmed.
 */
export async function importPageOnlyFile(
	file: File
): Promise<ImportedPageOnlyFile | { kind: 'refused'; name: string; reason: PageOnlyFileRefusal }> {
	const { name } = file;
	const refuse = (reason: PageOnlyFileRefusal) => ({ kind: 'refused' as const, name, reason });
	if (file.size > OWN_FILE_LIMITS.bytes) return refuse('page-only-heavy');
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		const header = readPageOnlyHeader(bytes);
		if (header === undefined) return refuse(looksLikeFilm(file) ? 'film-kind' : 'page-only-kind');
		const kind = kindOfOwnFile(header);
		if (kind === 'font' && !(await isReadableFont(bytes))) return refuse('page-only-broken');
		if (kind === 'film' && !(await isPlayableFilm(new Blob([bytes], { type: header.type }))))
			return refuse('page-only-broken');
		return { kind: kind as ImportedPageOnlyFile['kind'], name, type: header.type, bytes };
	} catch {
		return refuse('page-only-broken');
	}
}

const isReadableFont = (font: Uint8Array<ArrayBuffer>): Promise<boolean> =>
	new FontFace('imported', font).load().then(
		() => true,
		() => false
	);

const isPlayableFilm = (film: Blob): Promise<boolean> =>
	canOpenMedia(document.createElement('video'), film, ({ videoWidth }) => videoWidth > 0);
