import { resolveColourChannels } from './colour.ts';
import { toHueChannels, type ColourChannels } from './constants.ts';
import type { DrawLanguage } from './guard.ts';
import type { DrawingStyle, DrawingSurface } from './surface.ts';

const SHAPE_NAMES = {
	circle: { fr: 'rond', en: 'circle' },
	ellipse: { fr: 'ovale', en: 'ellipse' },
	rect: { fr: 'rectangle', en: 'rectangle' },
	square: { fr: 'carré', en: 'square' },
	line: { fr: 'ligne', en: 'line' },
	point: { fr: 'point', en: 'point' },
	triangle: { fr: 'triangle', en: 'triangle' },
	quad: { fr: 'quadrilatère', en: 'quadrilateral' },
	arc: { fr: 'arc', en: 'arc' },
	curve: { fr: 'courbe', en: 'curve' },
	shape: { fr: 'forme', en: 'shape' }
} as const;
export type ShapeKind = keyof typeof SHAPE_NAMES;
const SHAPES_WITH_FEMININE_NAMES: ReadonlySet<ShapeKind> = new Set(['line', 'curve', 'shape']);

/** Names of colours: French masculine, French feminine, English. */
const COLOUR_NAMES = {
	white: ['blanc', 'blanche', 'white'],
	black: ['noir', 'noire', 'black'],
	grey: ['gris', 'grise', 'grey'],
	red: ['rouge', 'rouge', 'red'],
	orange: ['orange', 'orange', 'orange'],
	brown: ['marron', 'marron', 'brown'],
	yellow: ['jaune', 'jaune', 'yellow'],
	green: ['vert', 'verte', 'green'],
	turquoise: ['turquoise', 'turquoise', 'turquoise'],
	blue: ['bleu', 'bleue', 'blue'],
	purple: ['violet', 'violette', 'purple'],
	pink: ['rose', 'rose', 'pink']
} as const;
type ColourName = keyof typeof COLOUR_NAMES;
/** Colours, each with the largest hue in degrees that has the colour's name. */
const COLOUR_BY_LARGEST_HUE: readonly [number, ColourName][] = [
	[18, 'red'],
	[45, 'orange'],
	[68, 'yellow'],
	[160, 'green'],
	[188, 'turquoise'],
	[255, 'blue'],
	[310, 'purple'],
	[342, 'pink'],
	[360, 'red']
];
const HSL_MODE = { space: 'hsl', max: [360, 100, 100, 1] } as const;

/** Nine places of the picture, row by row. */
const PICTURE_PLACE_NAMES = {
	fr: [
		['en haut à gauche', 'en haut', 'en haut à droite'],
		['à gauche', 'au milieu', 'à droite'],
		['en bas à gauche', 'en bas', 'en bas à droite']
	],
	en: [
		['at the top left', 'at the top', 'at the top right'],
		['on the left', 'in the middle', 'on the right'],
		['at the bottom left', 'at the bottom', 'at the bottom right']
	]
} as const;

/** How far outside of the picture a point still counts as inside, as a part of a third of the picture. */
const PICTURE_EDGE_TOLERANCE = 0.01;
const MAX_SHAPES_NAMED_SINGLY = 12;

export function colourNameOf(channels: ColourChannels): ColourName {
	const [hue, saturation, light] = toHueChannels(HSL_MODE, channels);
	if (light > 95) return 'white';
	if (light < 8) return 'black';
	if (saturation < 12) return 'grey';
	const name = COLOUR_BY_LARGEST_HUE.find(([most]) => hue <= most)?.[1] ?? 'red';
	if (name === 'orange' && light < 35) return 'brown';
	return name === 'red' && light > 75 ? 'pink' : name;
}

export class ShapeList {
	#isOn = false;
	#isCovered = false;
	#shapeLines: string[] = [];
	#shapeCount = 0;
	readonly #surface: DrawingSurface;
	readonly #language: () => DrawLanguage;

	constructor(surface: DrawingSurface, language: () => DrawLanguage) {
		this.#surface = surface;
		this.#language = language;
	}

	beginNamingShapes(): void {
		this.#isOn = true;
	}

	/** Adds a shape whose middle is at a point, in the units of the program. Shapes that nobody sees are left out. */
	addShape(kind: ShapeKind, x: number, y: number): void {
		// Shapes on a layer are left out: a layer is painted in one frame and shown in many, so they would be named in one frame
		// only.
		if (!this.#isOn || this.#surface.isPaintingLayer) return;
		const paint = this.#visiblePaintOf(kind);
		const place = this.#placeNameOf(x, y);
		if (paint === null || place === undefined) return;
		this.#shapeCount += 1;
		if (this.#shapeLines.length < MAX_SHAPES_NAMED_SINGLY) this.#shapeLines.push(this.#nameShape(kind, paint, place));
	}

	forgetCoveredShapes(): void {
		if (!this.#isOn || this.#surface.isPaintingLayer) return;
		this.#isCovered = true;
		this.#shapeCount = 0;
		this.#shapeLines = [];
	}

	/** Adds a shape by its corners: x and y of each, one after the other. */
	addPolygon(kind: ShapeKind, corners: readonly number[]): void {
		if (!this.#isOn) return;
		const middleOnAxis = (axis: 0 | 1) =>
			corners.reduce((sum, value, at) => (at % 2 === axis ? sum + value : sum), 0) / (corners.length / 2);
		this.addShape(kind, middleOnAxis(0), middleOnAxis(1));
	}

	/** Returns the shapes since the last call in words, one on each line; undefined when the picture has not changed. */
	takeShapesDescription(): string | undefined {
		if (!this.#isOn) return undefined;
		const [count, lines, isCovered] = [this.#shapeCount, this.#shapeLines, this.#isCovered];
		this.#shapeCount = 0;
		this.#shapeLines = [];
		this.#isCovered = false;
		if (count === 0) return isCovered ? '' : undefined;
		const isOne = count === 1;
		const hasMore = count > lines.length;
		const countLine =
			this.#language() === 'fr'
				? `${count} ${isOne ? 'forme' : 'formes'}${hasMore ? ', dont' : ''}\u00a0:`
				: `${count} ${isOne ? 'shape' : 'shapes'}${hasMore ? ', among them' : ''}:`;
		return [countLine, ...lines].join('\n');
	}

	#visiblePaintOf(kind: ShapeKind): DrawingStyle['fill'] {
		const { fill, stroke, strokeWeight } = this.#surface.style;
		const line = strokeWeight > 0 ? stroke : null;
		return kind === 'line' || kind === 'point' ? line : (fill ?? line);
	}

	#nameShape(kind: ShapeKind, paint: string | CanvasGradient, place: string): string {
		const names =
			typeof paint === 'string' ? COLOUR_NAMES[colourNameOf(resolveColourChannels(this.#surface, paint))] : undefined;
		if (this.#language() === 'en') return [names?.[2], SHAPE_NAMES[kind].en, place].filter(Boolean).join(' ');
		return [SHAPE_NAMES[kind].fr, names?.[SHAPES_WITH_FEMININE_NAMES.has(kind) ? 1 : 0], place]
			.filter(Boolean)
			.join(' ');
	}

	#placeNameOf(x: number, y: number): string | undefined {
		const { context, devicePlacement: area, width, height } = this.#surface;
		const { a, b, c, d, e, f } = context.getTransform();
		const thirdOfPictureAt = (at: number, origin: number, length: number): number => {
			const thirdsFromOrigin = ((at - origin) / ((area?.scale ?? 1) * length)) * 3;
			// A point on the edge counts as inside, in spite of rounding errors.
			const isInside = thirdsFromOrigin > -PICTURE_EDGE_TOLERANCE && thirdsFromOrigin < 3 + PICTURE_EDGE_TOLERANCE;
			return isInside ? Math.min(2, Math.max(0, Math.floor(thirdsFromOrigin))) : -1;
		};
		const column = thirdOfPictureAt(a * x + c * y + e, area?.x ?? 0, width);
		const row = thirdOfPictureAt(b * x + d * y + f, area?.y ?? 0, height);
		return PICTURE_PLACE_NAMES[this.#language()][row]?.[column];
	}
}
