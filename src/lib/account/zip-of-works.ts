import { strToU8, zipSync } from 'fflate';
import { fileNameFor } from '#lib/projects/download.ts';
import type { WorkSummary } from '#lib/storage/storage.ts';
import { workTitle } from './work-title.ts';

/** Packs each work as a folder of its files, readable without Braise. */
export function zipOfWorks(works: WorkSummary[]): Uint8Array<ArrayBuffer> {
	const entries = works.flatMap((summary, at) => {
		const folder = `${at + 1}-${fileNameFor(workTitle(summary), 'braise', '')}`;
		const { files = {}, project, decision } = summary.openVersion ?? {};
		const description = { work: summary.work, project: project ?? null, decision: decision ?? null };
		const texts = { ...files, 'braise-work.json': JSON.stringify(description, null, '\t') };
		return Object.entries(texts).map(([path, text]) => [`${folder}/${path}`, strToU8(text)] as const);
	});
	return new Uint8Array(zipSync(Object.fromEntries(entries)));
}
