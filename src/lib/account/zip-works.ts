import { strToU8, zipSync } from 'fflate';
import { isOwnFilePath, parseOwnFile } from '#lib/domain/own-file/own-file.ts';
import { fileNameFor } from '#lib/projects/download.ts';
import { readOwnFile } from '#lib/storage/own-files.ts';
import type { WorkSummary } from '#lib/storage/storage.ts';
import { workTitle } from './work-title.ts';

export async function zipWorks(account: string | null, works: WorkSummary[]): Promise<Uint8Array<ArrayBuffer>> {
	const entries: [string, Uint8Array][] = [];
	for (const [at, summary] of works.entries()) {
		const folder = `${at + 1}-${fileNameFor(workTitle(summary), 'braise', '')}`;
		const { files = {}, project, decision } = summary.openVersion ?? {};
		const description = { work: summary.work, project: project ?? null, decision: decision ?? null };
		const texts = { ...files, 'braise-work.json': JSON.stringify(description, null, '\t') };
		for (const [path, text] of Object.entries(texts)) {
			const file = isOwnFilePath(path) ? parseOwnFile(text) : undefined;
			const bytes = file && (await readOwnFile(account, file.sha256));
			entries.push([`${folder}/${path}`, bytes ?? strToU8(text)]);
		}
	}
	return new Uint8Array(zipSync(Object.fromEntries(entries)));
}
