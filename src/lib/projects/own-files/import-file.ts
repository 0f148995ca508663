/** Imports a file into a project as a picture, a sound, or a file that only page projects use. */
import {
	importPageOnlyFile,
	looksLikePageOnlyFile,
	type ImportedPageOnlyFile,
	type PageOnlyFileRefusal
} from './import-page-only.ts';
import { importPicture, type ImportedPicture, type PictureRefusal } from './import-picture.ts';
import { importSound, looksLikeSound, type ImportedSound, type SoundRefusal } from './import-sound.ts';

export type ImportedFile = ImportedPicture | ImportedSound | ImportedPageOnlyFile;
export type ImportFileRefusal = PictureRefusal | SoundRefusal | PageOnlyFileRefusal;

export function importFile(
	file: File
): Promise<ImportedFile | { kind: 'refused'; name: string; reason: ImportFileRefusal }> {
	if (looksLikeSound(file)) return importSound(file);
	return looksLikePageOnlyFile(file) ? importPageOnlyFile(file) : importPicture(file);
}
