import type { OwnFile } from '#lib/domain/own-file/own-file.ts';
import type { OwnFiles } from '#sandbox/contract.ts';

export interface ArrivingFileContents {
	/**
	 * Resolves to all files after a short wait. A file that has not arrived is an empty one, so that the program can name the
	 * missing file.
	 */
	contentsSoon: Promise<OwnFiles>;
	/** Resolves to all files once all searches have ended, if a file missing in `contentsSoon` was found; else to null. */
	contentsLater: Promise<OwnFiles | null>;
	/** Hashes of the files by path, without files whose description cannot be read. */
	hashByPath: Readonly<Record<string, string>>;
}

const createEmptyFile = (file: OwnFile | undefined): Blob => new Blob([], { type: file?.type ?? 'image/png' });

/** Milliseconds to wait for the server: on a quick line, files from another computer arrive in that time. */
const SERVER_WAIT_MILLISECONDS = 500;

export const waitBrieflyForFiles = (): Promise<void> =>
	new Promise((resolve) => {
		setTimeout(resolve, SERVER_WAIT_MILLISECONDS);
	});

/**
 * Finds the contents of own files for a program. `findContent` resolves to undefined for a file that is not found. `waitForFiles`
 * is called once the search for all files has begun, and resolves when the program stops waiting. `missingPaths` resolves to the
 * paths of the files that are not found.
 */
export function findFileContents(
	files: ReadonlyMap<string, OwnFile | undefined>,
	findContent: (file: OwnFile) => Promise<Blob | undefined>,
	waitForFiles: () => Promise<unknown>
): ArrivingFileContents & { missingPaths: Promise<string[]> } {
	const contentEntries = [...files].map(
		([path, file]) => [path, file ? findContent(file) : Promise.resolve(undefined), createEmptyFile(file)] as const
	);
	const endOfWait = waitForFiles().then(() => undefined);
	const gatherFiles = async (
		waitForContent: (content: Promise<Blob | undefined>) => Promise<Blob | undefined>
	): Promise<OwnFiles> => {
		const entries = contentEntries.map(
			async ([path, content, empty]) => [path, (await waitForContent(content)) ?? empty] as const
		);
		return Object.fromEntries(await Promise.all(entries));
	};
	const contentsSoon = gatherFiles((content) => Promise.race([content, endOfWait]));
	const allFiles = gatherFiles((content) => content);
	const paths = [...files.keys()];
	const contentsLater = Promise.all([contentsSoon, allFiles]).then(([before, now]) => {
		const hasLateFile = paths.some((path) => before[path]?.size === 0 && now[path]?.size !== 0);
		return hasLateFile ? now : null;
	});
	const missingPaths = allFiles.then((now) => paths.filter((path) => now[path]?.size === 0));
	const hashEntries = [...files].flatMap(([path, file]) => (file ? [[path, file.sha256] as const] : []));
	return { contentsSoon, contentsLater, missingPaths, hashByPath: Object.fromEntries(hashEntries) };
}
