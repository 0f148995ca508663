/** Imports a file into a project as what it is: a picture or a sound. */
import { importPicture, type ImportedPicture, type ImportRefusal } from './import-picture.ts';
import { importSound, looksLikeSound, type ImportedSound, type SoundRefusal } from './import-sound.ts';

export type ImportedFile = ImportedPicture | ImportedSound;
export type FileRefusal = ImportRefusal | SoundRefusal;

export const importFile = (
	file: File
): Promise<ImportedFile | { kind: 'refused'; name: string; reason: FileRefusal }> =>
	looksLikeSound(file) ? importSound(file) : importPicture(file);
