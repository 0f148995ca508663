/** Stores the pictures and sounds of a zip in this browser, and describes them among the project's files. */
import { readFileContent } from '#lib/domain/own-file/file-content.ts';
import { findOwnFileExcess, writeOwnFile, type FileOrigin } from '#lib/domain/own-file/own-file.ts';
import { keepOwnFile } from '#lib/storage/own-files.ts';
import type { Files } from '#sandbox/contract.ts';
import type { PackedPicture, ProjectFolder } from './folder.ts';

const UNKNOWN_ORIGIN: FileOrigin = { kind: 'found', where: '', licence: 'unknown' };

/** Stores the pictures. `left`: paths of pictures that a project cannot hold. Resolves to null when this browser cannot store them. */
export async function storeZipPictures(
	account: string | null,
	{ files, pictures }: ProjectFolder
): Promise<{ files: Files; left: string[] } | null> {
	const left: string[] = [];
	let whole = files;
	for (const picture of pictures) {
		const content = await contentOf(picture);
		if (content === null || findOwnFileExcess(whole, content.bytes.length) !== null) {
			left.push(picture.path);
			continue;
		}
		const { bytes, header } = content;
		const { describeContent } = await import('#lib/domain/own-file/content-hash.ts');
		const file = describeContent(bytes, header, picture.origin ?? UNKNOWN_ORIGIN);
		if (!(await keepOwnFile(account, file.sha256, bytes))) return null;
		whole = { ...whole, [picture.path]: writeOwnFile(file) };
	}
	return { files: whole, left };
}

/**
 * Returns a picture's content. A picture that a project exported stays as it is; one that somebody packed by hand is encoded anew, as on
 * any import.
 */
async function contentOf({ path, bytes, origin }: PackedPicture) {
	const header = origin === null ? undefined : readFileContent(bytes);
	if (header !== undefined) return { bytes, header };
	const { importFile } = await import('../pictures/import-file.ts');
	const imported = await importFile(new File([bytes], path));
	return imported.kind === 'refused' ? null : { bytes: imported.bytes, header: imported };
}
