/** Finds the files with which a challenge begins, and the files that a single step opens. */
import type { Files } from '#sandbox/contract.ts';
import type { Language } from '#lib/domain/language.ts';
import { pickFilesUnder } from './read-folder.ts';
import type { Manifest } from './manifest.ts';

/** Returns the common start files and those of one language, which override common ones, without the folders that steps open. */
export function pickStartFiles(manifest: Manifest, files: Files, language: Language): Files {
	const openingFolders = manifest.steps.filter((step) => step.opens !== 'never').map((step) => `${step.id}/`);
	const allFiles = { ...pickFilesUnder(files, 'start/common/'), ...pickFilesUnder(files, `start/${language}/`) };
	return Object.fromEntries(
		Object.entries(allFiles).filter(([path]) => !openingFolders.some((folder) => path.startsWith(folder)))
	);
}

export function pickStepFiles(files: Files, language: Language, step: string): Files {
	return { ...pickFilesUnder(files, `start/common/${step}/`), ...pickFilesUnder(files, `start/${language}/${step}/`) };
}

export function pickOpenedFilesByStep(
	manifest: Manifest,
	files: Files,
	language: Language,
	start: Files
): Record<string, Files> {
	const openingSteps = manifest.steps.filter((step) => step.opens !== 'never');
	return Object.fromEntries(openingSteps.map(({ id }) => [id, { ...start, ...pickStepFiles(files, language, id) }]));
}
