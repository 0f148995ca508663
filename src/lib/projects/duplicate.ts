import { ownFilesOf } from '#lib/domain/own-file/own-file.ts';
import { findFreeTitle } from '#lib/domain/project.ts';
import { m } from '#lib/paraglide/messages.js';
import { saveCover, type Cover } from '#lib/storage/covers.ts';
import { explainStorageFailure } from '#lib/storage/explain-failure.ts';
import { readOwnFile } from '#lib/storage/own-files.ts';
import type { WorkStorage } from '#lib/storage/storage.ts';
import { downloadOwnFile } from '#lib/storage/sync/own-files.ts';
import type { Files } from '#sandbox/contract.ts';

type DuplicateResult = { kind: 'made'; title: string } | { kind: 'failed'; message: string };

const createDuplicateFailure = (message: string): DuplicateResult => ({ kind: 'failed', message });

export interface ProjectToDuplicate {
	workId: string;
	titles: readonly string[];
	/** The project's cover; undefined before the project has drawn anything. */
	cover: Cover | undefined;
}

export async function duplicateProject(
	storage: WorkStorage,
	{ workId, titles, cover }: ProjectToDuplicate
): Promise<DuplicateResult> {
	const loadResult = await storage.loadWork(workId);
	if (loadResult.kind === 'failed') return createDuplicateFailure(explainStorageFailure(loadResult.reason));
	const { files, project } = loadResult.version;
	// Fetch all own files now: later they could not be fetched for the copy, of which the server has no version yet.
	const lack = await fetchMissingOwnFiles(storage.account, workId, files);
	if (lack !== null)
		return createDuplicateFailure(lack === 'absent' ? m.project_duplicate_missing() : m.files_not_kept());
	const title = findFreeTitle(project?.title ?? '', titles);
	const createResult = await storage.createWork(
		{ kind: 'project', challenge: null, language: loadResult.work.language },
		{ files, steps: null, decision: null, project: { card: null, ...project, title } },
		loadResult.foreignSource ?? undefined
	);
	if (createResult.kind === 'failed') return createDuplicateFailure(explainStorageFailure(createResult.reason));
	if (cover) await saveCover(storage.account, createResult.work.id, cover);
	return { kind: 'made', title };
}

/** Fetches own files that only the server has. Resolves to the reason why a file is still missing here, or to null. */
async function fetchMissingOwnFiles(
	account: string | null,
	workId: string,
	files: Files
): Promise<'absent' | 'not-kept' | null> {
	for (const file of ownFilesOf(files).values()) {
		if (file === undefined || (await readOwnFile(account, file.sha256)) !== undefined) continue;
		const downloaded = account === null ? undefined : await downloadOwnFile(account, workId, file);
		if (downloaded === undefined) return 'absent';
		if (!downloaded.isKept) return 'not-kept';
	}
	return null;
}
