/** Turns an SVG into pixels on import, because an SVG may contain scripts, addresses and endless drawings. */
import { OWN_FILE_LIMITS } from '#lib/domain/own-file/own-file.ts';
import { readSvgDrawing, serializeSvgDrawing, type SvgDrawing } from './svg/drawing.ts';
import { MAX_DRAWING_WEIGHT, weighDrawing } from './svg/weight.ts';

const MOST_SVG_CHARACTERS = 1_000_000;
const MOST_SVG_ELEMENTS = 20_000;
/** Least pixels of the longer side: a drawing that states a smaller size is drawn larger, since it stays sharp. */
const LEAST_LONGER_SIDE_PIXELS = 800;
/** Longer sides in pixels at which a drawing is tried in turn, so that a slow drawing is found while still small. */
const TRIED_LONGER_SIDE_PIXELS = [100, 200, 400, 800];
/** Milliseconds that drawing one size may take; the next size has up to four times the pixels. */
const MOST_DRAWING_MILLISECONDS = 1000;

export const isSvgFile = ({ name, type }: File): boolean => type === 'image/svg+xml' || /\.svg$/i.test(name);

/**
 * Draws an SVG. Resolves to null for a text that is not a drawing, and for a drawing that would take too long: once begun,
 * drawing cannot be stopped.
 */
export async function rasterizeSvg(text: string): Promise<HTMLCanvasElement | null> {
	if (text.length > MOST_SVG_CHARACTERS || /<!ENTITY/i.test(text)) return null;
	const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
	if (root.localName !== 'svg' || root.querySelector('parsererror') !== null) return null;
	if (root.getElementsByTagName('*').length > MOST_SVG_ELEMENTS) return null;
	const drawing = readSvgDrawing(root);
	if (weighDrawing(drawing) > MAX_DRAWING_WEIGHT) return null;
	const { width, height } = readSizeEnsuringViewBox(drawing);
	const longestSide = Math.max(width, height);
	for (const side of TRIED_LONGER_SIDE_PIXELS) {
		const { milliseconds } = await paintSvg(drawing, (width * side) / longestSide, (height * side) / longestSide);
		if (milliseconds > MOST_DRAWING_MILLISECONDS) return null;
	}
	const side = Math.min(OWN_FILE_LIMITS.side, Math.max(LEAST_LONGER_SIDE_PIXELS, longestSide));
	return (await paintSvg(drawing, (width * side) / longestSide, (height * side) / longestSide)).canvas;
}

interface PaintedSvg {
	canvas: HTMLCanvasElement;
	/** Milliseconds spent drawing, without the time that a busy browser took to begin. */
	milliseconds: number;
}

async function paintSvg(drawing: SvgDrawing, givenWidth: number, givenHeight: number): Promise<PaintedSvg> {
	const [width, height] = [givenWidth, givenHeight].map((length) => Math.max(1, Math.round(length))) as [
		number,
		number
	];
	const attributes = new Map([...drawing.attributes, ['width', String(width)], ['height', String(height)]]);
	const svgBlob = new Blob([serializeSvgDrawing({ ...drawing, attributes })], { type: 'image/svg+xml' });
	const address = URL.createObjectURL(svgBlob);
	try {
		const image = new Image(width, height);
		image.src = address;
		await image.decode();
		const canvas = document.createElement('canvas');
		Object.assign(canvas, { width, height });
		// With `willReadFrequently` the processor draws, and has finished once a pixel is read: so the time can be measured.
		const context = canvas.getContext('2d', { willReadFrequently: true });
		if (context === null) throw new Error('This browser has no room for a picture.');
		const startTime = performance.now();
		context.drawImage(image, 0, 0, width, height);
		context.getImageData(0, 0, 1, 1);
		return { canvas, milliseconds: performance.now() - startTime };
	} finally {
		URL.revokeObjectURL(address);
	}
}

/** Returns the size that the drawing states, else a square. Adds a view box of that size to a drawing without one. */
function readSizeEnsuringViewBox({ attributes }: SvgDrawing): { width: number; height: number } {
	const viewBox = attributes.get('viewBox')?.trim();
	const [, , boxWidth = 0, boxHeight = 0] = (viewBox ?? '').split(/[\s,]+/).map(Number);
	const readPixels = (name: string) => parseFloat(/^[\d.]+(?:px)?$/.exec(attributes.get(name) ?? '')?.[0] ?? '');
	const [width, height] = [readPixels('width') || boxWidth || 1, readPixels('height') || boxHeight || 1];
	if (viewBox === undefined) attributes.set('viewBox', `0 0 ${width} ${height}`);
	return { width, height };
}
