/** Names the maps that a project may add to its files. */
import { LANGUAGES, type Language } from './language.ts';

export const READY_MADE_MAPS = ['departments', 'countries'] as const;
export type ReadyMadeMap = (typeof READY_MADE_MAPS)[number];

/** Version of the packages that hold the maps. It stands in the name of a file, so that a name always means the same text. */
const MAP_PACKAGE_VERSION = '2.0.0';

export const readyMadeMapAddress = (map: ReadyMadeMap, language: Language): string =>
	`/maps/${map}-${language}-${MAP_PACKAGE_VERSION}.json`;

/** Returns the map and the language that an address means; undefined for any other address. */
export function findReadyMadeMap(address: string): { map: ReadyMadeMap; language: Language } | undefined {
	return READY_MADE_MAPS.flatMap((map) => LANGUAGES.map((language) => ({ map, language }))).find(
		({ map, language }) => readyMadeMapAddress(map, language) === address
	);
}
