/** Reads the outlines in the path of an SVG map. */

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
