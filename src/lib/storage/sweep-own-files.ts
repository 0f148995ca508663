/** Erases the own files in this browser that no version of any project names. */
import { fileHashesInRows, removeUnusedOwnFiles } from './own-files.ts';
import type { WorkStorage } from './storage.ts';

/**
 * Erases own files that no version names. When a work cannot be read, nothing is erased, since that work may name any of them.
 */
export async function eraseUnreferencedOwnFiles(storage: WorkStorage): Promise<void> {
	// Storage in memory holds only this page's works: works in the database, which could not be opened, may name other own files.
	if (storage.persistence.kind === 'memory') return;
	const listResult = await storage.listWorks({ kind: 'project' });
	if (listResult.kind === 'failed' || listResult.unreadable > 0) return;
	const usedHashes = new Set<string>();
	for (const { work } of listResult.works) {
		const rows = await storage.readRowsOfWork(work.id);
		if (rows.kind === 'failed') return;
		for (const sha256 of fileHashesInRows(rows)) usedHashes.add(sha256);
	}
	await removeUnusedOwnFiles(storage.account, usedHashes);
}
