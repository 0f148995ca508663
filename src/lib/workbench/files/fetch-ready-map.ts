/** Fetches a map from the server, as a file to add to a project. */
import type { Language } from '#lib/domain/language.ts';
import { readyMadeMapAddress, type ReadyMadeMap } from '#lib/domain/ready-made.ts';
import { m } from '#lib/paraglide/messages.js';

const FILE_STEM_BY_MAP: Record<ReadyMadeMap, typeof m.files_map_file_countries> = {
	departments: m.files_map_file_departments,
	countries: m.files_map_file_countries
};

/** Resolves to the map's JSON file with its names in this language; to null when the server does not answer. */
export async function fetchReadyMap(map: ReadyMadeMap, language: Language): Promise<File | null> {
	try {
		const response = await fetch(readyMadeMapAddress(map, language));
		if (!response.ok) return null;
		return new File([await response.blob()], `${FILE_STEM_BY_MAP[map]({}, { locale: language })}.json`);
	} catch {
		return null;
	}
}
