/** Gives a canvas another size and keeps what a program has drawn on it, at the same logical place. */
import type { DrawModule } from './index.ts';

interface CanvasSize {
	/** Size in CSS pixels, and device pixels for each of them. */
	width: number;
	height: number;
	ratio: number;
}

type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/**
 * Fits the canvas to its new size. A browser empties a canvas whose size changes, but a sketch may have drawn in `setup` alone, or go on
 * painting over what is there.
 */
export function resizeCanvas(context: Context, { width, height, ratio }: CanvasSize, draw: DrawModule): void {
	const { canvas } = context;
	const before = draw.placement();
	const copy = before && copyOf(canvas);
	canvas.width = Math.round(width * ratio);
	canvas.height = Math.round(height * ratio);
	draw.attach(context, width, height, ratio);
	if (before === undefined || copy === undefined) return;
	const after = draw.placement() ?? before;
	const scale = after.scale / before.scale;
	context.save();
	context.setTransform(1, 0, 0, 1, 0, 0);
	context.drawImage(
		copy,
		after.x - before.x * scale,
		after.y - before.y * scale,
		copy.width * scale,
		copy.height * scale
	);
	context.restore();
}

function copyOf(canvas: Context['canvas']): OffscreenCanvas {
	const copy = new OffscreenCanvas(Math.max(1, canvas.width), Math.max(1, canvas.height));
	copy.getContext('2d')?.drawImage(canvas, 0, 0);
	return copy;
}
