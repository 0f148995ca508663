/** Fills a path and then strokes it, in the current style. */
import type { DrawingSurface } from './surface.ts';

export function paintPath({ context, style }: DrawingSurface, fills = true): void {
	if (fills && style.fill !== null) {
		context.fillStyle = style.fill;
		context.fill();
	}
	if (style.stroke !== null && style.strokeWeight > 0) {
		context.strokeStyle = style.stroke;
		context.lineWidth = style.strokeWeight;
		context.stroke();
	}
}
