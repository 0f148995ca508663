/** Reads and writes single values of a folder's challenge.yaml, even while the file is not valid YAML. */
import { CHALLENGE_MANIFEST_FILE } from '#lib/domain/challenge-folder.ts';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';
import { newStudioId } from '#lib/domain/identity.ts';
import type { Files } from '#sandbox/contract.ts';

const readFolderVersion = (files: Files): string =>
	/^version:\s*['"]?([\d.]+)/m.exec(files[CHALLENGE_MANIFEST_FILE] ?? '')?.[1] ?? '';

/** Returns the first language, French before English, in which the folder has a text file. */
export const readFolderLanguage = (files: Files): Language =>
	LANGUAGES.find((language) => files[`text.${language}.md`] !== undefined) ?? 'fr';

export function readFolderTitle(files: Files): string {
	return /^#\s+(.+?)\s*$/m.exec(files[`text.${readFolderLanguage(files)}.md`] ?? '')?.[1] ?? '';
}

/** Gives a copied folder a new challenge id, so that it never replaces the original challenge. */
export function giveFolderNewId(files: Files): Files {
	const manifestText = files[CHALLENGE_MANIFEST_FILE] ?? '';
	const idLine = `id: ${newStudioId({ isExercise: /^exercise:\s*true\b/m.test(manifestText) })}`;
	const newManifestText = /^id:.*$/m.test(manifestText)
		? manifestText.replace(/^id:.*$/m, idLine)
		: `${idLine}\n${manifestText}`;
	return { ...files, [CHALLENGE_MANIFEST_FILE]: newManifestText };
}

/**
 * Sets the version in challenge.yaml to the published version with its last number raised by one. A version that is already
 * higher stays, and so does a text that is not three numbers, which the check will report.
 */
export function raiseFolderVersion(files: Files, publishedVersion: string): Files {
	const publishedNumbers = publishedVersion.split('.').map(Number);
	const numbers = readFolderVersion(files).split('.').map(Number);
	const [major = 1, minor = 0, patch = 0] = publishedNumbers;
	if (numbers.length !== 3 || compareVersionNumbers(numbers, publishedNumbers) > 0) return files;
	const versionLine = `version: ${major}.${minor}.${patch + 1}`;
	return {
		...files,
		[CHALLENGE_MANIFEST_FILE]: (files[CHALLENGE_MANIFEST_FILE] ?? '').replace(/^version:.*$/m, versionLine)
	};
}

function compareVersionNumbers(numbers: number[], others: number[]): number {
	const differences = numbers.map((number, index) => number - (others[index] ?? 0));
	return differences.find((difference) => difference !== 0) ?? 0;
}

/** Resets a copied folder's reviewer and version number: nobody has reviewed the copy yet. */
export function resetReviewerAndVersion(files: Files): Files {
	const manifestText = (files[CHALLENGE_MANIFEST_FILE] ?? '').replace(/^reviewer:.*$/m, 'reviewer: null');
	return { ...files, [CHALLENGE_MANIFEST_FILE]: manifestText.replace(/^version:.*$/m, 'version: 0.1.0') };
}
