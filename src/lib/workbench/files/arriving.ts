/** Separates the pictures and sounds that a program waits for from those that come later. */
import type { OwnFile } from '#lib/domain/own-file/own-file.ts';
import type { OwnFiles } from '#sandbox/contract.ts';

export interface ArrivingContents {
	/**
	 * Resolves to all files after a short wait. A file that has not come is an empty one, so that the program can say which is missing.
	 */
	soon: Promise<OwnFiles>;
	/** Resolves to all files once one has come that was missing in `soon`; to null when none has. */
	late: Promise<OwnFiles | null>;
	/** Hashes of the files by path, without files whose description cannot be read. */
	hashes: Readonly<Record<string, string>>;
}

const emptyFile = (file: OwnFile | undefined): Blob => new Blob([], { type: file?.type ?? 'image/png' });

/** Milliseconds to wait for the server: on a quick line, files from another computer arrive in that time. */
const SOON_MILLISECONDS = 500;

export const waitBrieflyForFiles = (): Promise<void> =>
	new Promise((resolve) => {
		setTimeout(resolve, SOON_MILLISECONDS);
	});

/**
 * Finds the contents of own files for a program. `find` resolves to undefined for a file that is nowhere. `patience` is called once all
 * files are being looked for, and resolves when the program stops waiting. `missing` resolves to the paths of the files that are
 * nowhere.
 */
export function findFileContents(
	files: ReadonlyMap<string, OwnFile | undefined>,
	find: (file: OwnFile) => Promise<Blob | undefined>,
	patience: () => Promise<unknown>
): ArrivingContents & { missing: Promise<string[]> } {
	const contents = [...files].map(
		([path, file]) => [path, file ? find(file) : Promise.resolve(undefined), emptyFile(file)] as const
	);
	const over = patience().then(() => undefined);
	const gather = async (wait: (content: Promise<Blob | undefined>) => Promise<Blob | undefined>): Promise<OwnFiles> => {
		const entries = contents.map(async ([path, content, empty]) => [path, (await wait(content)) ?? empty] as const);
		return Object.fromEntries(await Promise.all(entries));
	};
	const soon = gather((content) => Promise.race([content, over]));
	const all = gather((content) => content);
	const paths = [...files.keys()];
	const late = Promise.all([soon, all]).then(([before, now]) => {
		const hasCome = paths.some((path) => before[path]?.size === 0 && now[path]?.size !== 0);
		return hasCome ? now : null;
	});
	const missing = all.then((now) => paths.filter((path) => now[path]?.size === 0));
	const hashes = [...files].flatMap(([path, file]) => (file ? [[path, file.sha256] as const] : []));
	return { soon, late, missing, hashes: Object.fromEntries(hashes) };
}
