/** Makes the files of the maps that projects may add, from packages of SVG maps. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Language } from '#lib/domain/language.ts';
import type { ReadyMadeMap } from '#lib/domain/ready-made.ts';
import { parseSvgOutlines } from './svg-outlines.ts';

/** Each map of this author is under CC BY 4.0, which asks that his name stays with it. */
const MAP_ATTRIBUTION = 'Victor Cazanave, https://github.com/VictorCazanave/svg-maps, CC BY 4.0';

const svgMapSchema = v.object({
	viewBox: v.pipe(v.string(), v.regex(/^0 0 \d+ \d+$/)),
	locations: v.array(v.object({ id: v.string(), name: v.string(), path: v.string() }))
});

interface MapNpmPackage {
	/** Name of the package without its scope. */
	name: string;
	/** Least distance of two corners, in units of the map. With this distance the file is smaller than what a project may import. */
	leastDistance: number;
	/** Returns a place's name; undefined for places to leave out. */
	nameOf: (location: { id: string; name: string }, language: Language) => string | undefined;
}

const MAP_NPM_PACKAGES: Record<ReadyMadeMap, MapNpmPackage> = {
	departments: { name: 'france.departments', leastDistance: 1, nameOf: ({ name }) => name },
	countries: { name: 'world', leastDistance: 2, nameOf: ({ id }, language) => findCountryName(id, language) }
};

/** Returns the name of a country by its ISO code of two letters; undefined for codes that ISO does not know. */
function findCountryName(code: string, language: Language): string | undefined {
	if (!/^[a-z]{2}$/.test(code)) return undefined;
	return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code.toUpperCase());
}

const textByMap = new Map<string, Promise<string>>();

/** Resolves to the JSON text of a map: `source`, `width`, `height`, and `areas` with `code`, `name` and `outlines`, one area a line. */
export function loadReadyMapText(map: ReadyMadeMap, language: Language): Promise<string> {
	const key = `${map} ${language}`;
	const text = textByMap.get(key) ?? makeMapText(MAP_NPM_PACKAGES[map], language);
	textByMap.set(key, text);
	text.catch(() => textByMap.delete(key));
	return text;
}

async function makeMapText({ name, leastDistance, nameOf }: MapNpmPackage, language: Language): Promise<string> {
	const script = await readFile(join('node_modules/@svg-maps', name, 'index.js'), 'utf8');
	// The packages are JSON behind `export default`, in files that Node would take for CommonJS.
	const { viewBox, locations } = v.parse(svgMapSchema, JSON.parse(script.replace(/^export default /, '')));
	const [, , width, height] = viewBox.split(' ').map(Number);
	const areaLines = locations.flatMap((location) => {
		const areaName = nameOf(location, language);
		if (areaName === undefined) return [];
		return JSON.stringify({
			code: location.id,
			name: areaName,
			outlines: parseSvgOutlines(location.path, leastDistance)
		});
	});
	const head = JSON.stringify({ source: MAP_ATTRIBUTION, width, height }).slice(0, -1);
	return `${head}, "areas": [\n${areaLines.join(',\n')}\n]}\n`;
}
