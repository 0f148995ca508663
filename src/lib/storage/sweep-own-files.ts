/** Erases the pictures in this browser that no version of any project names. */
import { hashesIn } from '#lib/domain/own-file/own-file.ts';
import { removeUnusedFiles } from './own-files.ts';
import type { Storage } from './storage.ts';

/** Erases nothing where a work cannot be read, since it may name any of them. */
export async function sweepOwnFiles(storage: Storage): Promise<void> {
	const listed = await storage.listWorks();
	if (listed.kind === 'failed' || listed.unreadable > 0) return;
	const used = new Set<string>();
	for (const { work } of listed.works.filter(({ work }) => work.kind === 'project')) {
		const history = await storage.history(work.id);
		if (history.kind === 'failed') return;
		for (const { files } of history.versions) for (const sha256 of hashesIn(files)) used.add(sha256);
	}
	await removeUnusedFiles(storage.account, used);
}
