import type { Files } from '#sandbox/contract.ts';

export const CHALLENGE_MANIFEST_FILE = 'challenge.yaml';
/** Matches the paths of a challenge's files. Other files in its folder, such as notes, are ignored. */
const CHALLENGE_FILE_PATTERN =
	/^(challenge\.yaml|(text|teacher)\.[a-z]{2}\.md|scene\.ts|(scene|data|start|checks|private)\/[^]+)$/;
const CHALLENGE_SUBFOLDER_PATTERN = /^(scene|data|start|checks|private)(\/|$)/;
const DOCUMENT_FILE_PATTERN = /\.(?:md|yaml)$/;

/** Upper limits of bytes: of a file, of a document in Markdown or YAML, and of all files together; several times what the largest challenge needs. */
export const FOLDER_BYTE_LIMITS = { file: 250_000, document: 100_000, folder: 2_000_000 };
export const MOST_FOLDER_FILES = 400;

export const isChallengeFilePath = (path: string): boolean => CHALLENGE_FILE_PATTERN.test(path);
export const isInChallengeSubfolder = (path: string): boolean => CHALLENGE_SUBFOLDER_PATTERN.test(path);
export const byteLimitOfFile = (path: string): number =>
	DOCUMENT_FILE_PATTERN.test(path) ? FOLDER_BYTE_LIMITS.document : FOLDER_BYTE_LIMITS.file;

/** Tells whether a path belongs to the private part, which no student receives. */
export const isPrivateChallengePath = (path: string): boolean =>
	path.startsWith('private/') || path.startsWith('teacher.');

/**
 * Returns the challenge's id from the manifest's line `id:`, without parsing the file; empty without such a line. The folder's
 * check parses the file, and reports an id that differs from the folder's name.
 */
export const readChallengeId = (files: Files): string =>
	/^id:\s*['"]?([a-z0-9-]+)/m.exec(files[CHALLENGE_MANIFEST_FILE] ?? '')?.[1] ?? '';
