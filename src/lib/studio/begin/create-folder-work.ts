import type { Language } from '#lib/domain/language.ts';
import { LONGEST_PROJECT_TITLE } from '#lib/domain/project.ts';
import type { PinnedChallenge } from '#lib/domain/work.ts';
import { explainStorageFailure } from '#lib/storage/explain-failure.ts';
import { openStorage } from '#lib/storage/open.ts';
import type { Files } from '#sandbox/contract.ts';
import { readFolderTitle } from '../folder/folder-manifest.ts';
import { m } from '#lib/paraglide/messages.js';
import type { WorkSummary } from '#lib/storage/storage.ts';

type FolderCreationResult = { kind: 'created'; workId: string } | { kind: 'failed'; failureText: string };

export async function createFolderWork(
	files: Files,
	language: Language,
	lineage: PinnedChallenge | null = null
): Promise<FolderCreationResult> {
	const storage = await openStorage();
	try {
		// Without storage, the folder would be lost when this page is closed.
		if (storage.persistence.kind === 'memory')
			return { kind: 'failed', failureText: explainStorageFailure(storage.persistence.failure.reason) };
		const project = { title: readFolderTitle(files).slice(0, LONGEST_PROJECT_TITLE), card: null };
		const createdWork = await storage.createWork(
			{ kind: 'folder', challenge: lineage, language },
			{ files, steps: null, decision: null, project }
		);
		if (createdWork.kind === 'failed')
			return { kind: 'failed', failureText: explainStorageFailure(createdWork.reason) };
		return { kind: 'created', workId: createdWork.work.id };
	} finally {
		storage.close();
	}
}

export const workTitleOf = ({ openVersion }: WorkSummary): string => openVersion?.project?.title || m.studio_untitled();
