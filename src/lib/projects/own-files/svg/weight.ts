import type { SvgDrawing } from './drawing.ts';

/** Largest weight of a drawing that is accepted; a short shape weighs one. Heavier drawings may block a browser for long. */
export const MAX_DRAWING_WEIGHT = 50_000;
const MOST_PART_LEVELS = 150;

/**
 * Upper limit of characters that describe one shape: many crossing lines of a path take very long (23 s for 350,000
 * characters).
 */
const MOST_SHAPE_CHARACTERS = 100_000;
/** Number of characters of a path, or of dashes of its line, that weigh as much as a short shape. */
const CHARACTERS_PER_WEIGHT_UNIT = 50;
/** Weight of a pattern, whose tile browsers draw with up to four million pixels, however small the picture. */
const SVG_PATTERN_WEIGHT = 1000;
/** Weight of a mask, a clipping path or a translucent group, each of which is drawn on a separate surface. */
const EXTRA_SURFACE_WEIGHT = 10;
/** For estimating dashes: a shape's outline is at most this many times longer than the sum of the shape's numbers. */
const OUTLINE_LENGTH_FACTOR = 8;

const SHAPE_ELEMENTS = new Set('path rect circle ellipse line polyline polygon text tspan'.split(' '));
const SHAPE_ATTRIBUTES = [
	'd',
	'points',
	'x',
	'y',
	'x1',
	'y1',
	'x2',
	'y2',
	'cx',
	'cy',
	'r',
	'rx',
	'ry',
	'width',
	'height'
];
/** Properties that refer to other parts and that, set on a group, apply to every shape in the group. */
const INHERITED_PROPERTIES = ['fill', 'stroke', 'marker-start', 'marker-end'];
const PROPERTIES_DRAWN_ON_OWN_SURFACE = ['clip-path', 'mask'];
const BLENDING_PROPERTIES = ['opacity', 'mix-blend-mode', 'isolation'];
/** Matches property values that have no effect, which drawing programs write on every shape. */
const INEFFECTIVE_VALUE_PATTERN = /^(?:1(?:\.0*)?|100%|none|normal|auto)$/;

interface PartWeight {
	weight: number;
	/** Number of shapes drawn by the part, to each of which the properties of a surrounding group apply. */
	shapes: number;
	height: number;
}
const INFINITE_PART_WEIGHT: PartWeight = { weight: Infinity, shapes: Infinity, height: Infinity };

/** Returns the weight of a drawing; Infinity when a part refers back to itself or is nested too deep. */
export function weighDrawing(root: SvgDrawing): number {
	const elements = elementsIn(root);
	if (elements.length > MAX_DRAWING_WEIGHT) return Infinity;
	const byId = new Map<string, SvgDrawing>();
	for (const element of elements) {
		const id = element.attributes.get('id');
		if (id !== undefined && !byId.has(id)) byId.set(id, element);
	}
	const shortestDash = elements.map(findShortestDash).reduce((shortest, dash) => Math.min(shortest, dash), Infinity);
	const largestSize = elements.flatMap(drawingSizesIn).reduce((largest, size) => Math.max(largest, size), 1);
	const knownWeights = new Map<SvgDrawing, PartWeight>();

	const weighPart = (element: SvgDrawing): PartWeight => {
		const knownWeight = knownWeights.get(element);
		if (knownWeight !== undefined) return knownWeight;
		// Until an element's weight is known it counts as endless, so that an element that refers back to itself weighs Infinity.
		knownWeights.set(element, INFINITE_PART_WEIGHT);
		const partWeights = [...childElements(element), ...findReferencedElements(element, ['href'], byId)].map(weighPart);
		const inheritedWeights = findReferencedElements(element, INHERITED_PROPERTIES, byId).map(weighPart);
		const sheetWeights = findReferencedElements(element, PROPERTIES_DRAWN_ON_OWN_SURFACE, byId).map(weighPart);
		const shapes = (SHAPE_ELEMENTS.has(element.name) ? 1 : 0) + sum(partWeights.map((part) => part.shapes));
		const weight =
			weighElementItself(element, shortestDash, largestSize) +
			sum(partWeights.map((part) => part.weight)) +
			sum(inheritedWeights.map((part) => part.weight)) * Math.max(1, shapes) +
			sum(sheetWeights.map((part) => part.weight));
		const height =
			1 + Math.max(0, ...[...partWeights, ...inheritedWeights, ...sheetWeights].map((part) => part.height));
		const partWeight = height > MOST_PART_LEVELS ? INFINITE_PART_WEIGHT : { weight, shapes, height };
		knownWeights.set(element, partWeight);
		return partWeight;
	};
	return weighPart(root).weight;
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const childElements = ({ children }: SvgDrawing): SvgDrawing[] => children.filter((child) => typeof child !== 'string');
const elementsIn = (element: SvgDrawing): SvgDrawing[] => [element, ...childElements(element).flatMap(elementsIn)];
const propertyValuesOf = ({ attributes, style }: SvgDrawing, names: string[]): string[] =>
	names.flatMap((name) => [attributes.get(name) ?? [], style.get(name) ?? []].flat());
const numbersIn = (text: string): number[] => (text.match(/\d*\.?\d+(?:e[-+]?\d+)?/gi) ?? []).map(Number);

function findReferencedElements(
	element: SvgDrawing,
	names: string[],
	byId: ReadonlyMap<string, SvgDrawing>
): SvgDrawing[] {
	const references = propertyValuesOf(element, names).flatMap((value) => value.match(/#[\p{L}\p{N}_.:-]+/gu) ?? []);
	return references.flatMap((reference) => byId.get(reference.slice(1)) ?? []);
}

function findShortestDash(element: SvgDrawing): number {
	const lengths = propertyValuesOf(element, ['stroke-dasharray']).map((value) => sum(numbersIn(value)));
	return Math.min(Infinity, ...lengths.filter((length) => length > 0));
}

const drawingSizesIn = (element: SvgDrawing): number[] =>
	propertyValuesOf(element, ['viewBox', 'width', 'height']).flatMap(numbersIn);

function weighElementItself(element: SvgDrawing, shortestDash: number, largestSize: number): number {
	const descriptions = propertyValuesOf(element, SHAPE_ATTRIBUTES);
	if (descriptions.some(({ length }) => length > MOST_SHAPE_CHARACTERS)) return Infinity;
	const texts = element.children.filter((child) => typeof child === 'string');
	const signCount = sum([...descriptions, ...texts].map(({ length }) => length));
	const isDashed = SHAPE_ELEMENTS.has(element.name) && shortestDash < Infinity;
	const lengths = isDashed ? descriptions.map((value) => estimateValueLength(value, largestSize)) : [];
	const dashCount = (sum(lengths) * OUTLINE_LENGTH_FACTOR) / shortestDash;
	const isSheet = propertyValuesOf(element, [...PROPERTIES_DRAWN_ON_OWN_SURFACE, ...BLENDING_PROPERTIES]).some(
		(value) => !INEFFECTIVE_VALUE_PATTERN.test(value)
	);
	return (
		1 +
		(signCount + (isDashed ? dashCount : 0)) / CHARACTERS_PER_WEIGHT_UNIT +
		(element.name === 'pattern' ? SVG_PATTERN_WEIGHT : 0) +
		(isSheet ? EXTRA_SURFACE_WEIGHT : 0)
	);
}

const estimateValueLength = (value: string, largestSize: number): number =>
	sum(numbersIn(value)) * (value.endsWith('%') ? largestSize / 100 : 1);
