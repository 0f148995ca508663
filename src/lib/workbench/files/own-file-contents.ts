import type { OwnFile } from '#lib/domain/own-file/own-file.ts';
import { storeOwnFile, readOwnFile } from '#lib/storage/own-files.ts';
import { findFileContents, waitBrieflyForFiles, type ArrivingFileContents } from './arriving-contents.ts';
import type { OwnFiles } from '#sandbox/contract.ts';

/** Milliseconds for which a program waits for this browser's database, which may never answer. */
const LONGEST_DATABASE_WAIT_MS = 2000;

export class OwnFileContents {
	readonly #account: string | null;
	readonly #contentByHash = new Map<string, Promise<Blob | undefined>>();
	readonly #databaseSearches = new Set<Promise<unknown>>();

	constructor(account: string | null) {
		this.#account = account;
	}

	/** Stores the bytes of an own file. Resolves to false where the browser stores nothing: the file is then lost when the tab closes. */
	async storeContent(file: OwnFile, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
		const isKept = await storeOwnFile(this.#account, file.sha256, bytes);
		this.#contentByHash.set(file.sha256, Promise.resolve(new Blob([bytes], { type: file.type })));
		return isKept;
	}

	/** Finds the bytes of an own file. Resolves to undefined when neither browser nor server has them; the next call searches again. */
	findContent(file: OwnFile, workId: string | null): Promise<Blob | undefined> {
		const knownContent = this.#contentByHash.get(file.sha256);
		if (knownContent !== undefined) return knownContent;
		const newContent = this.#readContent(file, workId);
		this.#contentByHash.set(file.sha256, newContent);
		void newContent.then((content) => {
			if (content === undefined) this.#contentByHash.delete(file.sha256);
		});
		return newContent;
	}

	async findAllContents(files: ReadonlyMap<string, OwnFile | undefined>, workId: string | null): Promise<OwnFiles> {
		const entries = await Promise.all(
			[...files].map(async ([path, file]) => [path, file && (await this.findContent(file, workId))] as const)
		);
		return Object.fromEntries(entries.flatMap(([path, content]) => (content ? [[path, content] as const] : [])));
	}

	/**
	 * Finds own files for a program, which waits at most two seconds for this browser's database and then half a second for the
	 * server.
	 */
	findContentsToPlay(files: ReadonlyMap<string, OwnFile | undefined>, workId: string | null): ArrivingFileContents {
		return findFileContents(
			files,
			(file) => this.findContent(file, workId),
			() => Promise.race([Promise.all(this.#databaseSearches), waitLongestForDatabase()]).then(waitBrieflyForFiles)
		);
	}

	async #readContent(file: OwnFile, workId: string | null): Promise<Blob | undefined> {
		const account = this.#account;
		const databaseSearch = readOwnFile(account, file.sha256);
		this.#databaseSearches.add(databaseSearch);
		const storedBytes = await databaseSearch.finally(() => this.#databaseSearches.delete(databaseSearch));
		if (storedBytes !== undefined) return new Blob([storedBytes], { type: file.type });
		if (account === null || workId === null) return undefined;
		const downloadedFile = await import('#lib/storage/sync/own-files.ts')
			.then(({ downloadOwnFile }) => downloadOwnFile(account, workId, file))
			// Without a network, the module that downloads files may be missing too.
			.catch(() => undefined);
		return downloadedFile && new Blob([downloadedFile.bytes], { type: file.type });
	}
}

const waitLongestForDatabase = (): Promise<void> =>
	new Promise((resolve) => {
		setTimeout(resolve, LONGEST_DATABASE_WAIT_MS);
	});
