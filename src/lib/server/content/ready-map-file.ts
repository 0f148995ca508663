import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Language } from '#lib/domain/language.ts';
import type { ReadyMadeMap } from '#lib/domain/ready-made.ts';

/** Corners of a closed line, each as `[x, y]` in whole units of the map. */
export type MapOutline = [x: number, y: number][];

/** Moves (`m`) and closing (`z`), and numbers that are relative to the point before: the notation of the maps that Braise serves. */
const SUPPORTED_PATH_PATTERN = /^[mz\d\s,.eE-]*$/;
const NUMBER_PATTERN = /-?\d*\.?\d+(?:[eE]-?\d+)?/g;

/**
 * Returns the outlines of a path. Corners nearer than `leastDistance` to the one before are left out. A path so small that no outline
 * remains becomes a square of one unit, because a place without an outline could not be drawn. Throws for other commands of SVG.
 */
export function parseSvgOutlines(path: string, leastDistance: number): MapOutline[] {
	if (!SUPPORTED_PATH_PATTERN.test(path))
		throw new Error(`This path has commands that are not known: ${path.slice(0, 80)}`);
	const outlines: MapOutline[] = [];
	let [x, y] = [0, 0];
	let firstCorner: MapOutline[number] | undefined;
	for (const part of path.match(/m[^m]*/g) ?? []) {
		const outline: MapOutline = [];
		const steps = (part.match(NUMBER_PATTERN) ?? []).map(Number);
		let [startX, startY] = [x, y];
		for (let index = 0; index + 1 < steps.length; index += 2) {
			x += steps[index] ?? 0;
			y += steps[index + 1] ?? 0;
			if (index === 0) [startX, startY] = [x, y];
			addCorner(outline, [Math.round(x), Math.round(y)], leastDistance);
		}
		dropRepeatedEnd(outline);
		firstCorner ??= outline[0];
		if (outline.length >= 3) outlines.push(outline);
		// Closing returns to the first point, to which the next move is relative.
		if (part.includes('z')) [x, y] = [startX, startY];
	}
	return outlines.length === 0 && firstCorner ? [createUnitSquare(firstCorner)] : outlines;
}

function addCorner(outline: MapOutline, corner: MapOutline[number], leastDistance: number): void {
	const before = outline.at(-1);
	if (!before || Math.hypot(corner[0] - before[0], corner[1] - before[1]) >= leastDistance) outline.push(corner);
}

/** Removes the last corner if it is the first one again: an outline is closed without it. */
function dropRepeatedEnd(outline: MapOutline): void {
	const [first, last] = [outline[0], outline.at(-1)];
	if (outline.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]) outline.pop();
}

const createUnitSquare = ([x, y]: MapOutline[number]): MapOutline => [
	[x, y],
	[x + 1, y],
	[x + 1, y + 1],
	[x, y + 1]
];

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
