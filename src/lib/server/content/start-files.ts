/** Finds the files with which a challenge begins, and those that single steps open. */
import type { Files } from '#sandbox/contract.ts';
import type { Language } from '#lib/domain/language.ts';
import { selectFilesUnder } from './read-folder.ts';
import type { Manifest } from './manifest.ts';

/** Returns the common start files and those of one language, which override common ones, without the folders that steps open. */
export function selectStartFiles(manifest: Manifest, files: Files, language: Language): Files {
	const openingFolders = manifest.steps.filter((step) => step.opens !== 'never').map((step) => `${step.id}/`);
	const allFiles = { ...selectFilesUnder(files, 'start/common/'), ...selectFilesUnder(files, `start/${language}/`) };
	return Object.fromEntries(
		Object.entries(allFiles).filter(([path]) => !openingFolders.some((folder) => path.startsWith(folder)))
	);
}

export function selectStepFiles(files: Files, language: Language, step: string): Files {
	return { ...selectFilesUnder(files, `start/common/${step}/`), ...selectFilesUnder(files, `start/${language}/${step}/`) };
}

export function selectOpenedFiles(manifest: Manifest, files: Files, language: Language, start: Files): Record<string, Files> {
	const openingSteps = manifest.steps.filter((step) => step.opens !== 'never');
	return Object.fromEntries(openingSteps.map(({ id }) => [id, { ...start, ...selectStepFiles(files, language, id) }]));
}
