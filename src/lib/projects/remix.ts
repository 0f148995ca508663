import type { Language } from '#lib/domain/language.ts';
import { ownFilesOf, formatOwnFile, type OwnFile } from '#lib/domain/own-file/own-file.ts';
import type { RemixSource } from '#lib/domain/project.ts';
import { m } from '#lib/paraglide/messages.js';
import { explainStorageFailure } from '#lib/storage/explain-failure.ts';
import { openStorage } from '#lib/storage/open.ts';
import { storeOwnFile, readOwnFile } from '#lib/storage/own-files.ts';
import type { WorkStorage } from '#lib/storage/storage.ts';
import { fetchOwnFileOfCopy } from '#lib/wire/own-file.ts';
import type { Files } from '#sandbox/contract.ts';

export interface ExhibitToRemix extends RemixSource {
	title: string;
	files: Files;
	/** Address of the exhibit's copy, for `fetchOwnFileOfCopy`. */
	copyAddress: string;
	language: Language;
}

export type RemixResult = { kind: 'made'; workId: string } | { kind: 'failed'; message: string };

const createRemixFailure = (message: string): RemixResult => ({ kind: 'failed', message });

export async function remixExhibit(sourceExhibit: ExhibitToRemix): Promise<RemixResult> {
	const storage = await openStorage();
	try {
		return await storeRemix(sourceExhibit, storage);
	} finally {
		storage.close();
	}
}

/** Stores the own files first, then the project, so that no remix lacks an own file of its original. */
export async function storeRemix(sourceExhibit: ExhibitToRemix, storage: WorkStorage): Promise<RemixResult> {
	// Without storage, the project would be lost when this page is closed.
	if (storage.persistence.kind === 'memory')
		return createRemixFailure(explainStorageFailure(storage.persistence.failure.reason));
	const { classId, exhibit, title, files, language } = sourceExhibit;
	const originalFiles = [...ownFilesOf(files)].flatMap(([path, file]) => (file ? [{ path, file }] : []));
	let foundFiles: { path: string; file: OwnFile; bytes: Uint8Array<ArrayBuffer> | undefined }[];
	try {
		foundFiles = await Promise.all(
			originalFiles.map(async ({ path, file }) => ({
				path,
				file,
				bytes: await loadOwnFile(file, sourceExhibit, storage)
			}))
		);
	} catch {
		return createRemixFailure(m.wall_remix_lost());
	}
	const missingPaths = foundFiles.filter(({ bytes }) => bytes === undefined).map(({ path }) => path);
	if (missingPaths.length > 0) return createRemixFailure(m.wall_remix_missing({ names: missingPaths.join(', ') }));
	const remixFiles: Files = { ...files };
	for (const { path, file, bytes } of foundFiles) {
		if (bytes && !(await storeOwnFile(storage.account, file.sha256, bytes)))
			return createRemixFailure(m.files_not_kept());
		remixFiles[path] = formatOwnFile(markAsFoundFile(file));
	}
	const createResult = await storage.createWork(
		{ kind: 'project', challenge: null, language },
		{ files: remixFiles, steps: null, decision: null, project: { title, card: null, remixOf: { classId, exhibit } } },
		'wall'
	);
	if (createResult.kind === 'failed') return createRemixFailure(explainStorageFailure(createResult.reason));
	return { kind: 'made', workId: createResult.work.id };
}

/** Reads an own file here or from the server; undefined when neither has it. Rejects when the server does not answer. */
async function loadOwnFile(file: OwnFile, { copyAddress }: ExhibitToRemix, { account }: WorkStorage) {
	return (await readOwnFile(account, file.sha256)) ?? (await fetchOwnFileOfCopy(copyAddress, file));
}

/** Marks a file that the classmate made as found, with an unknown licence: it is not this student's own work. */
function markAsFoundFile(file: OwnFile): OwnFile {
	if (file.origin.kind !== 'mine') return file;
	return { ...file, origin: { kind: 'found', where: m.wall_remix_picture(), licence: 'unknown' } };
}
