/** What belongs to a challenge's folder, wherever it is: which paths, and how large they may be. */

/** Other files, such as notes or an editor's leftovers, are ignored. */
const FILE_PATH = /^(challenge\.yaml|(text|teacher)\.[a-z]{2}\.md|scene\.ts|(scene|data|start|checks|private)\/[^]+)$/;
const FOLDER_PATH = /^(scene|data|start|checks|private)(\/|$)/;
const DOCUMENT_FILE = /\.(?:md|yaml)$/;

/** Bytes, of one file, of a document in Markdown or YAML, and of all files: several times the largest challenge. */
export const MOST_BYTES = { file: 250_000, document: 100_000, folder: 2_000_000 };
export const MOST_FILES = 400;

export const isFileOfChallenge = (path: string): boolean => FILE_PATH.test(path);
export const isFolderOfChallenge = (path: string): boolean => FOLDER_PATH.test(path);
export const mostBytesOf = (path: string): number => (DOCUMENT_FILE.test(path) ? MOST_BYTES.document : MOST_BYTES.file);

/** The part that no student receives. */
export const isPrivatePath = (path: string): boolean => path.startsWith('private/') || path.startsWith('teacher.');
