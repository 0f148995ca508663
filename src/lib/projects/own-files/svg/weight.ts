/** Estimates what drawing an SVG costs; parts count as often as they are drawn. */
import type { SvgDrawing } from './drawing.ts';

/** Largest weight that is drawn; a short shape weighs one. A heavier drawing may keep a browser busy for longer than anyone waits. */
export const MAX_DRAWING_WEIGHT = 50_000;
/** Upper limit of levels of parts within parts, references included. */
const MOST_HEIGHT = 150;

/**
 * Upper limit of characters of one shape: crossing lines of a path take a browser longer than their number suggests (23 s for 350,000 characters).
 */
const LONGEST_DESCRIPTION = 100_000;
/** Characters of a path, or dashes of its line, that together weigh as much as a short shape. */
const SIGNS_PER_SHAPE = 50;
/** Weight of a pattern: browsers draw its tile in pixels of its own, up to about four million, however small the picture. */
const PATTERN_WEIGHT = 1000;
/** Weight of a mask, a clipping path or a translucent group, which is drawn on a surface of its own. */
const SHEET_WEIGHT = 10;
/** Assumed when dashes are estimated: a shape's outline is at most this many times longer than the sum of its numbers. */
const LENGTH_FACTOR = 8;

const SHAPES = new Set('path rect circle ellipse line polyline polygon text tspan'.split(' '));
const DESCRIPTIONS = ['d', 'points', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height'];
/** Properties that refer to other parts. Those of the first list, set on a group, apply to every shape in the group. */
const INHERITED = ['fill', 'stroke', 'marker-start', 'marker-end'];
const SHEETS = ['clip-path', 'mask'];
const BLENDING = ['opacity', 'mix-blend-mode', 'isolation'];
/** Matches values that change nothing, which drawing programs write on every shape. */
const USUAL = /^(?:1(?:\.0*)?|100%|none|normal|auto)$/;

interface Weighed {
	weight: number;
	/** Number of shapes drawn, to which the properties of a group apply. */
	shapes: number;
	height: number;
}
const ENDLESS: Weighed = { weight: Infinity, shapes: Infinity, height: Infinity };

/** Returns the weight of a drawing; Infinity when it refers back to itself or is nested too deep. */
export function weighDrawing(root: SvgDrawing): number {
	const elements = elementsIn(root);
	if (elements.length > MAX_DRAWING_WEIGHT) return Infinity;
	const byId = new Map<string, SvgDrawing>();
	for (const element of elements) {
		const id = element.attributes.get('id');
		if (id !== undefined && !byId.has(id)) byId.set(id, element);
	}
	const shortestDash = elements.map(dashesOf).reduce((shortest, dash) => Math.min(shortest, dash), Infinity);
	const largestSize = elements.flatMap(sizesIn).reduce((largest, size) => Math.max(largest, size), 1);
	const knownWeights = new Map<SvgDrawing, Weighed>();

	const weigh = (element: SvgDrawing): Weighed => {
		const before = knownWeights.get(element);
		if (before !== undefined) return before;
		// Until its own weight is known an element counts as endless: if it is met again before, it refers back to itself.
		knownWeights.set(element, ENDLESS);
		const parts = [...drawnIn(element), ...targetsOf(element, ['href'], byId)].map(weigh);
		const inherited = targetsOf(element, INHERITED, byId).map(weigh);
		const sheets = targetsOf(element, SHEETS, byId).map(weigh);
		const shapes = (SHAPES.has(element.name) ? 1 : 0) + sum(parts.map((part) => part.shapes));
		const weight =
			ownWeight(element, shortestDash, largestSize) +
			sum(parts.map((part) => part.weight)) +
			sum(inherited.map((part) => part.weight)) * Math.max(1, shapes) +
			sum(sheets.map((part) => part.weight));
		const height = 1 + Math.max(0, ...[...parts, ...inherited, ...sheets].map((part) => part.height));
		const weighed = height > MOST_HEIGHT ? ENDLESS : { weight, shapes, height };
		knownWeights.set(element, weighed);
		return weighed;
	};
	return weigh(root).weight;
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const drawnIn = ({ children }: SvgDrawing): SvgDrawing[] => children.filter((child) => typeof child !== 'string');
const elementsIn = (element: SvgDrawing): SvgDrawing[] => [element, ...drawnIn(element).flatMap(elementsIn)];
const valuesOf = ({ attributes, style }: SvgDrawing, names: string[]): string[] =>
	names.flatMap((name) => [attributes.get(name) ?? [], style.get(name) ?? []].flat());
const numbersIn = (text: string): number[] => (text.match(/\d*\.?\d+(?:e[-+]?\d+)?/gi) ?? []).map(Number);

function targetsOf(element: SvgDrawing, names: string[], byId: ReadonlyMap<string, SvgDrawing>): SvgDrawing[] {
	const references = valuesOf(element, names).flatMap((value) => value.match(/#[\p{L}\p{N}_.:-]+/gu) ?? []);
	return references.flatMap((reference) => byId.get(reference.slice(1)) ?? []);
}

function dashesOf(element: SvgDrawing): number {
	const lengths = valuesOf(element, ['stroke-dasharray']).map((value) => sum(numbersIn(value)));
	return Math.min(Infinity, ...lengths.filter((length) => length > 0));
}

const sizesIn = (element: SvgDrawing): number[] => valuesOf(element, ['viewBox', 'width', 'height']).flatMap(numbersIn);

function ownWeight(element: SvgDrawing, shortestDash: number, largestSize: number): number {
	const descriptions = valuesOf(element, DESCRIPTIONS);
	if (descriptions.some(({ length }) => length > LONGEST_DESCRIPTION)) return Infinity;
	const texts = element.children.filter((child) => typeof child === 'string');
	const signs = sum([...descriptions, ...texts].map(({ length }) => length));
	const isDashed = SHAPES.has(element.name) && shortestDash < Infinity;
	const lengths = isDashed ? descriptions.map((value) => lengthOf(value, largestSize)) : [];
	const dashes = (sum(lengths) * LENGTH_FACTOR) / shortestDash;
	const isSheet = valuesOf(element, [...SHEETS, ...BLENDING]).some((value) => !USUAL.test(value));
	return (
		1 +
		(signs + (isDashed ? dashes : 0)) / SIGNS_PER_SHAPE +
		(element.name === 'pattern' ? PATTERN_WEIGHT : 0) +
		(isSheet ? SHEET_WEIGHT : 0)
	);
}

const lengthOf = (value: string, largestSize: number): number =>
	sum(numbersIn(value)) * (value.endsWith('%') ? largestSize / 100 : 1);
