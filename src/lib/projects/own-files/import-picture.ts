import { recogniseOwnPicture } from '#lib/domain/own-file/file-content.ts';
import { OWN_FILE_LIMITS, type PictureType } from '#lib/domain/own-file/own-file.ts';
import type { PictureHeader } from '#lib/domain/own-file/picture-header.ts';
import { decodePicture, hasTooManyBytes, encodePictureUntilAccepted } from '#lib/ui/pictures/rewrite-picture.ts';
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

const isSvgFile = ({ name, type }: File): boolean => type === 'image/svg+xml' || /\.svg$/i.test(name);

/**
 * Draws an SVG. Resolves to null for a text that is not a drawing, and for a drawing that would take too long: once begun,
 * drawing cannot be stopped.
 */
async function rasterizeSvg(text: string): Promise<HTMLCanvasElement | null> {
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

function readSizeEnsuringViewBox({ attributes }: SvgDrawing): { width: number; height: number } {
	const viewBox = attributes.get('viewBox')?.trim();
	const [, , boxWidth = 0, boxHeight = 0] = (viewBox ?? '').split(/[\s,]+/).map(Number);
	const readPixels = (name: string) => parseFloat(/^[\d.]+(?:px)?$/.exec(attributes.get(name) ?? '')?.[0] ?? '');
	const [width, height] = [readPixels('width') || boxWidth || 1, readPixels('height') || boxHeight || 1];
	if (viewBox === undefined) attributes.set('viewBox', `0 0 ${width} ${height}`);
	return { width, height };
}

export interface ImportedPicture extends PictureHeader {
	kind: 'picture';
	name: string;
	bytes: Uint8Array<ArrayBuffer>;
	/** Size of the given picture if the imported one is smaller; null when the size was kept. */
	originalSize: { width: number; height: number } | null;
}
export type PictureRefusal = 'kind' | 'heavy' | 'large' | 'broken' | 'svg';
export type PictureImportResult = ImportedPicture | { kind: 'refused'; name: string; reason: PictureRefusal };

/**
 * Imports a picture. Resolves to a refusal when that fails; never rejects. Encoding anew removes the place where a photograph
 * was taken, which the file stores beside the pixels.
 */
export async function importPicture(file: File): Promise<PictureImportResult> {
	const { name } = file;
	const refuse = (reason: PictureRefusal): PictureImportResult => ({ kind: 'refused', name, reason });
	if (hasTooManyBytes(file)) return refuse('heavy');
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		const decodedPicture = await decodePicture(bytes);
		if (decodedPicture === 'large') return refuse('large');
		if (decodedPicture === 'unknown') {
			if (!isSvgFile(file)) return refuse('kind');
			const canvas = await rasterizeSvg(new TextDecoder().decode(bytes));
			return canvas === null ? refuse('svg') : await rewriteImportedPicture(name, 'image/png', canvas);
		}
		try {
			return await rewriteImportedPicture(name, decodedPicture.header.type, decodedPicture.bitmap);
		} finally {
			decodedPicture.bitmap.close();
		}
	} catch {
		return refuse('broken');
	}
}

async function rewriteImportedPicture(
	name: string,
	type: PictureType,
	source: ImageBitmap | HTMLCanvasElement
): Promise<PictureImportResult> {
	const rewrittenPicture = await encodePictureUntilAccepted(source, type, OWN_FILE_LIMITS.side, recogniseOwnPicture);
	if (rewrittenPicture === undefined) return { kind: 'refused', name, reason: 'broken' };
	const { bytes, acceptedContent, originalSize } = rewrittenPicture;
	return { kind: 'picture', name, bytes, ...acceptedContent, originalSize };
}
