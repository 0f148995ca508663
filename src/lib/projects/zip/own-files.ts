import { recogniseOwnFile } from '#lib/domain/own-file/file-content.ts';
import { findOwnFileExcess, formatOwnFile, type FileOrigin } from '#lib/domain/own-file/own-file.ts';
import { storeOwnFile } from '#lib/storage/own-files.ts';
import type { Files } from '#sandbox/contract.ts';
import type { PackedOwnFile, ProjectZipContent } from './folder.ts';

const UNKNOWN_ORIGIN: FileOrigin = { kind: 'found', where: '', licence: 'unknown' };

/** Stores the own files. `leftOutPaths`: files that a project cannot hold. Resolves to null when storing fails. */
export async function storeZipOwnFiles(
	account: string | null,
	{ files, ownFiles }: ProjectZipContent
): Promise<{ files: Files; leftOutPaths: string[] } | null> {
	const leftOutPaths: string[] = [];
	let allFiles = files;
	for (const packedFile of ownFiles) {
		const content = await ownFileContentOf(packedFile);
		if (content === null || findOwnFileExcess(allFiles, content.bytes.length) !== null) {
			leftOutPaths.push(packedFile.path);
			continue;
		}
		const { bytes, header } = content;
		const { describeOwnFile: describeContent } = await import('#lib/domain/own-file/content-hash.ts');
		const file = describeContent(bytes, header, packedFile.origin ?? UNKNOWN_ORIGIN);
		if (!(await storeOwnFile(account, file.sha256, bytes))) return null;
		allFiles = { ...allFiles, [packedFile.path]: formatOwnFile(file) };
	}
	return { files: allFiles, leftOutPaths };
}

/** A file exported by Braise stays as it is; a file from a zip packed by hand is imported like any other file. */
async function ownFileContentOf({ path, bytes, origin }: PackedOwnFile) {
	const header = origin === null ? undefined : recogniseOwnFile(bytes);
	if (header !== undefined) return { bytes, header };
	const { importFile } = await import('../own-files/import-file.ts');
	const importResult = await importFile(new File([bytes], path));
	return importResult.kind === 'refused' ? null : { bytes: importResult.bytes, header: importResult };
}
