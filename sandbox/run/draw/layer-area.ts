export interface LayerArea {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** The smallest rectangle of whole pixels around an area in logical units; without an area, the whole canvas. */
export function pixelAreaOf(
	area: LayerArea | undefined,
	canvas: { width: number; height: number },
	placement: { scale: number; x: number; y: number },
	ratio: number
): LayerArea {
	const [wide, high] = [Math.ceil(canvas.width * ratio), Math.ceil(canvas.height * ratio)];
	if (area === undefined) return { x: 0, y: 0, width: wide, height: high };
	const toCanvasPixels = (at: number, offset: number) => (offset + at * placement.scale) * ratio;
	const x = Math.max(0, Math.floor(toCanvasPixels(area.x, placement.x)));
	const y = Math.max(0, Math.floor(toCanvasPixels(area.y, placement.y)));
	const right = Math.min(wide, Math.ceil(toCanvasPixels(area.x + area.width, placement.x)));
	const bottom = Math.min(high, Math.ceil(toCanvasPixels(area.y + area.height, placement.y)));
	return { x, y, width: right - x, height: bottom - y };
}
