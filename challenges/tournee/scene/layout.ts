/** Where the country lies in the picture, from 320 to 900 pixels wide, and the strip of paper above it. */
import { extent, type Point } from './country';

export interface Layout {
	width: number;
	height: number;
	narrow: boolean;
	/** Height of the strip with the clock. */
	strip: number;
	/** Pixels a kilometre. */
	scale: number;
	/** Size of houses, vans and plates: 1 where a kilometre has 40 pixels. */
	unit: number;
	/** Size of small writing. */
	small: number;
	at(point: Point): Point;
}

export function layoutFor(canvasWidth: number, canvasHeight: number): Layout {
	const width = Math.min(900, Math.max(400, canvasWidth));
	const height = width * Math.min(1.75, Math.max(0.5, canvasHeight / Math.max(1, canvasWidth)));
	const narrow = width < 560;
	const strip = narrow ? 50 : 56;
	const wide = extent.right - extent.left;
	const high = extent.top - extent.bottom;
	const scale = Math.min(width / wide, (height - strip) / high);
	const left = (width - scale * wide) / 2;
	const top = strip + (height - strip - scale * high) / 2;
	return {
		width,
		height,
		narrow,
		strip,
		scale,
		unit: Math.min(1.2, Math.max(0.62, scale / 40)),
		small: narrow ? 13 : Math.max(13, Math.min(15, scale * 0.34)),
		at: ({ x, y }) => ({ x: left + (x - extent.left) * scale, y: top + (extent.top - y) * scale })
	};
}
