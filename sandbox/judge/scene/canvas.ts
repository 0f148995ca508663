import type { DrawingContext } from '../../run/draw/index.ts';

const PAINTING_METHODS = [
	'fill',
	'stroke',
	'fillRect',
	'strokeRect',
	'fillText',
	'strokeText',
	'drawImage',
	'putImageData'
];
const NON_PAINTING_METHODS = [
	...['save', 'restore', 'reset', 'scale', 'rotate', 'translate', 'transform', 'setTransform', 'resetTransform'],
	...['beginPath', 'closePath', 'moveTo', 'lineTo', 'quadraticCurveTo', 'bezierCurveTo', 'arc', 'arcTo', 'ellipse'],
	...['rect', 'roundRect', 'clip', 'clearRect', 'setLineDash']
];
const LETTER_WIDTH_SHARE = 0.55;

export interface NullCanvas {
	context: DrawingContext;
	takePaintCount(): number;
}

export type NonFiniteNumberListener = (method: string, number: number) => void;

export function createNullCanvas(
	width: number,
	height: number,
	onStrayNumber: NonFiniteNumberListener = () => undefined
): NullCanvas {
	let paintCount = 0;
	const gradient = { addColorStop: () => undefined };
	const reportNonFiniteNumbers = (method: string, values: unknown[]): void => {
		for (const value of values) if (typeof value === 'number' && !Number.isFinite(value)) onStrayNumber(method, value);
	};
	const createGradient =
		(method: string) =>
		(...values: unknown[]) => {
			reportNonFiniteNumbers(method, values);
			return gradient;
		};
	const context: Record<string, unknown> = {
		canvas: { width, height },
		font: '10px sans-serif',
		measureText(text: unknown) {
			const fontSize = Number(/([\d.]+)px/.exec(String(context['font']))?.[1] ?? 10);
			const textWidth = String(text).length * fontSize * LETTER_WIDTH_SHARE;
			return {
				width: textWidth,
				actualBoundingBoxLeft: 0,
				actualBoundingBoxRight: textWidth,
				actualBoundingBoxAscent: fontSize * 0.8,
				actualBoundingBoxDescent: fontSize * 0.2,
				fontBoundingBoxAscent: fontSize,
				fontBoundingBoxDescent: fontSize * 0.25
			};
		},
		createLinearGradient: createGradient('createLinearGradient'),
		createRadialGradient: createGradient('createRadialGradient'),
		createConicGradient: createGradient('createConicGradient'),
		createPattern: () => ({}),
		getLineDash: () => [],
		getTransform: () => ({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }),
		isPointInPath: () => false,
		isPointInStroke: () => false,
		getImageData: (_x: number, _y: number, wide: number, high: number) => ({
			width: wide,
			height: high,
			data: new Uint8ClampedArray(4 * wide * high)
		})
	};
	for (const name of NON_PAINTING_METHODS)
		context[name] = (...values: unknown[]) => reportNonFiniteNumbers(name, values);
	for (const name of PAINTING_METHODS) {
		context[name] = (...values: unknown[]) => {
			reportNonFiniteNumbers(name, values);
			paintCount += 1;
		};
	}
	return {
		context: context as unknown as DrawingContext,
		takePaintCount() {
			const count = paintCount;
			paintCount = 0;
			return count;
		}
	};
}
