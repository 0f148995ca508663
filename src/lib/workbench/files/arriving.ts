/** Parts the pictures that a program begins with from those that it does not wait for. */
import type { OwnFile } from '#lib/domain/own-file/own-file.ts';
import type { OwnFiles } from '#sandbox/contract.ts';

export interface ArrivingContents {
	/** Resolves to what is there soon. It has an empty one for each that is not, so that the program says which. */
	soon: Promise<OwnFiles>;
	/** Resolves to all of them once one that was not there has come; null when none has. */
	late: Promise<OwnFiles | null>;
	/** By path, of those that can be told. */
	hashes: Readonly<Record<string, string>>;
}

const EMPTY_PICTURE = new Blob([], { type: 'image/png' });

/** Milliseconds. On a quick line, pictures that another computer sent are there in that time. */
const SOON_MILLISECONDS = 500;

export const pauseForArrivals = (): Promise<void> =>
	new Promise((resolve) => {
		setTimeout(resolve, SOON_MILLISECONDS);
	});

/**
 * `find` resolves to undefined for a file that is nowhere. `patience` resolves when the program waits no longer; it is called once all
 * are being looked for. `missing` resolves to the paths of those that are nowhere.
 */
export function contentsToPlay(
	files: ReadonlyMap<string, OwnFile | undefined>,
	find: (file: OwnFile) => Promise<Blob | undefined>,
	patience: () => Promise<unknown>
): ArrivingContents & { missing: Promise<string[]> } {
	const contents = [...files].map(([path, file]) => [path, file ? find(file) : Promise.resolve(undefined)] as const);
	const over = patience().then(() => undefined);
	const gather = async (wait: (content: Promise<Blob | undefined>) => Promise<Blob | undefined>): Promise<OwnFiles> => {
		const found = contents.map(async ([path, content]) => [path, (await wait(content)) ?? EMPTY_PICTURE] as const);
		return Object.fromEntries(await Promise.all(found));
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
