/** Gives a canvas another size and keeps what a program has drawn on it, at the same logical place. */
import type { DrawModule } from './index.ts';

interface CanvasSize {
	/** Size in CSS pixels, and device pixels for each of them. */
	width: number;
	height: number;
	ratio: number;
}

type CanvasContext = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/**
 * Fits the canvas to its new size. A browser empties a canvas whose size changes, but a sketch may have drawn in `setup` alone, or go on
 * painting over what is there.
 */
export function resizeCanvas(context: CanvasContext, { width, height, ratio }: CanvasSize, draw: DrawModule): void {
	const { canvas } = context;
	const oldPlacement = draw.placement();
	const canvasCopy = oldPlacement && copyCanvas(canvas);
	canvas.width = Math.round(width * ratio);
	canvas.height = Math.round(height * ratio);
	draw.attach(context, width, height, ratio);
	if (oldPlacement === undefined || canvasCopy === undefined) return;
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
}

function copyCanvas(canvas: CanvasContext['canvas']): OffscreenCanvas {
	const copy = new OffscreenCanvas(Math.max(1, canvas.width), Math.max(1, canvas.height));
	copy.getContext('2d')?.drawImage(canvas, 0, 0);
	return copy;
}
