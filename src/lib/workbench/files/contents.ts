/** Finds the bytes of a project's own files: in memory, in this browser, or on the server. */
import type { OwnFile } from '#lib/domain/own-file/own-file.ts';
import { keepOwnFile, readOwnFile } from '#lib/storage/own-files.ts';
import { findFileContents, waitBrieflyForFiles, type ArrivingContents } from './arriving.ts';
import type { OwnFiles } from '#sandbox/contract.ts';

/** Milliseconds for which a program waits for this browser's database. One that does not answer must not keep it from beginning. */
const LONGEST_LOOK_MS = 2000;

export class FileContents {
	readonly #account: string | null;
	readonly #known = new Map<string, Promise<Blob | undefined>>();
	/** Searches in this browser that are under way. */
	readonly #looking = new Set<Promise<unknown>>();

	constructor(account: string | null) {
		this.#account = account;
	}

	/** Stores a picture's bytes. Resolves to false where the browser stores nothing: the picture is then lost when the tab closes. */
	async keep(file: OwnFile, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
		const isKept = await keepOwnFile(this.#account, file.sha256, bytes);
		this.#known.set(file.sha256, Promise.resolve(new Blob([bytes], { type: file.type })));
		return isKept;
	}

	/** Finds a picture's bytes. Resolves to undefined when neither browser nor server has them; the next call searches again. */
	find(file: OwnFile, work: string | null): Promise<Blob | undefined> {
		const knownContent = this.#known.get(file.sha256);
		if (knownContent !== undefined) return knownContent;
		const newContent = this.#readContent(file, work);
		this.#known.set(file.sha256, newContent);
		void newContent.then((content) => {
			if (content === undefined) this.#known.delete(file.sha256);
		});
		return newContent;
	}

	/** Resolves to the contents of those files that are found, by path. */
	async findAll(files: ReadonlyMap<string, OwnFile | undefined>, work: string | null): Promise<OwnFiles> {
		const entries = await Promise.all(
			[...files].map(async ([path, file]) => [path, file && (await this.find(file, work))] as const)
		);
		return Object.fromEntries(entries.flatMap(([path, content]) => (content ? [[path, content] as const] : [])));
	}

	/** Finds pictures for a program, which waits until this browser has been searched, at most two seconds, and half a second for the server. */
	findContentsToPlay(files: ReadonlyMap<string, OwnFile | undefined>, work: string | null): ArrivingContents {
		return findFileContents(
			files,
			(file) => this.find(file, work),
			() => Promise.race([Promise.all(this.#looking), longestLook()]).then(waitBrieflyForFiles)
		);
	}

	async #readContent(file: OwnFile, work: string | null): Promise<Blob | undefined> {
		const account = this.#account;
		const look = readOwnFile(account, file.sha256);
		this.#looking.add(look);
		const here = await look.finally(() => this.#looking.delete(look));
		if (here !== undefined) return new Blob([here], { type: file.type });
		if (account === null || work === null) return undefined;
		const downloaded = await import('#lib/storage/sync/own-files.ts')
			.then(({ downloadOwnFile }) => downloadOwnFile(account, work, file))
			// Without a network, the module that fetches from the server may be missing too.
			.catch(() => undefined);
		return downloaded && new Blob([downloaded.bytes], { type: file.type });
	}
}

const longestLook = (): Promise<void> =>
	new Promise((resolve) => {
		setTimeout(resolve, LONGEST_LOOK_MS);
	});
