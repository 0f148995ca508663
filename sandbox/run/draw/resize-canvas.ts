import type { DrawModule } from './index.ts';

interface CanvasSize {
	/** Size in CSS pixels, and device pixels for each of them. */
	width: number;
	height: number;
	ratio: number;
}

type CanvasContext = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/**
 * Properties of the context that a program may set only once, in `setup`, and that a browser resets when the canvas gets another
 * size.
 */
const CONTEXT_STYLE_NAMES = [
	...(['fillStyle', 'strokeStyle', 'lineWidth', 'lineCap', 'lineJoin', 'lineDashOffset', 'miterLimit'] as const),
	...(['font', 'textAlign', 'textBaseline', 'direction', 'letterSpacing'] as const),
	...(['globalAlpha', 'globalCompositeOperation', 'filter', 'imageSmoothingEnabled'] as const),
	...(['shadowColor', 'shadowBlur', 'shadowOffsetX', 'shadowOffsetY'] as const)
];

/**
 * Fits the canvas to a size, keeps its picture, and returns whether the size has changed. A browser empties a canvas whose size
 * changes, but a sketch may draw only in `setup`, or paint over what it has drawn before.
 */
export function resizeCanvas(context: CanvasContext, { width, height, ratio }: CanvasSize, draw: DrawModule): boolean {
	if (draw.hasSize(width, height, ratio)) return false;
	const { canvas } = context;
	const oldPlacement = draw.placement();
	const canvasCopy = oldPlacement && copyCanvas(canvas);
	// An open `push` could not be closed later, because the new size empties the context's stack of styles.
	draw.closeOpenPushes();
	const writeStyle = captureCanvasStyle(context);
	canvas.width = Math.round(width * ratio);
	canvas.height = Math.round(height * ratio);
	draw.attachContext(context, width, height, ratio);
	if (oldPlacement === undefined || canvasCopy === undefined) return true;
	const newPlacement = draw.placement() ?? oldPlacement;
	const scale = newPlacement.scale / oldPlacement.scale;
	context.save();
	context.setTransform(1, 0, 0, 1, 0, 0);
	context.drawImage(
		canvasCopy,
		newPlacement.x - oldPlacement.x * scale,
		newPlacement.y - oldPlacement.y * scale,
		canvasCopy.width * scale,
		canvasCopy.height * scale
	);
	context.restore();
	writeStyle(scale);
	return true;
}

/** Returns a function that writes the present style back. `scale` enlarges shadows, which are measured in device pixels. */
function captureCanvasStyle(context: CanvasContext): (scale: number) => void {
	// Some browsers lack some of the properties.
	const styleEntries = CONTEXT_STYLE_NAMES.filter((name) => name in context).map(
		(name) => [name, context[name]] as const
	);
	const lineDash = context.getLineDash();
	return (scale) => {
		Object.assign(context, Object.fromEntries(styleEntries));
		context.setLineDash(lineDash);
		context.shadowBlur *= scale;
		context.shadowOffsetX *= scale;
		context.shadowOffsetY *= scale;
	};
}

function copyCanvas(canvas: CanvasContext['canvas']): OffscreenCanvas {
	const copy = new OffscreenCanvas(Math.max(1, canvas.width), Math.max(1, canvas.height));
	copy.getContext('2d')?.drawImage(canvas, 0, 0);
	return copy;
}
