/** Where things stand. The workshop is 520 units high or more, measured up from the picture's lower edge. */
export interface Layout {
	width: number;
	height: number;
	narrow: boolean;
	/** The smallest writing, in units: about 13 pixels on the screen. */
	small: number;
	/** The middle of the oven, where there is room for it, and of the hood in which pizzas are boxed. */
	oven: number | null;
	hood: number;
	slate: { x: number; y: number; width: number; height: number };
	/** What Awa says begins no further left and no higher. */
	says: { left: number; top: number };
	/** Where the stamp comes down. */
	printer: number;
	awa: number;
	/** The middle of the tray that wrong boxes fall into. */
	tray: number;
}

/** Heights above the lower edge: the belt's front and back edge, and how high the rail with its slips hangs below the upper edge. */
export const heights = { front: 80, back: 172, rail: 106 };

export function layoutFor(canvasWidth: number, canvasHeight: number): Layout {
	const aspect = Math.max(1, canvasWidth) / Math.max(1, canvasHeight);
	const width = Math.min(1240, Math.max(500, 520 * aspect));
	const height = Math.max(520, Math.min(880, width / aspect));
	const scale = Math.min(canvasWidth / width, canvasHeight / height);
	const narrow = width < 700;
	const small = Math.min(23, Math.max(15.5, 13.2 / Math.max(0.2, scale)));
	const board = narrow ? 232 : 270;
	const tall = Math.min(250, height - heights.rail - 14 - heights.back - 22);
	const left = narrow ? 10 : Math.min(270, (width - 700) * 0.6 + 40);
	const printer = left + board + (narrow ? 78 : 96 + Math.min(120, (width - 700) * 0.2));
	if (height >= 780) return stacked(width, height, small);
	return {
		width,
		height,
		narrow,
		small,
		says: { left: left + board * (narrow ? 0.8 : 1), top: heights.rail + 4 - height },
		oven: left >= 190 ? 84 : null,
		hood: left >= 190 ? left + 60 : left - 30,
		slate: { x: left, y: -heights.back - 22 - tall, width: board, height: tall },
		printer,
		awa: Math.min(width - 74, printer + (narrow ? 158 : 210)),
		tray: Math.min(width - 84, printer + (narrow ? 150 : 230))
	};
}

/** On a telephone held upright: the slate over the whole width, the line below it. */
function stacked(width: number, height: number, small: number): Layout {
	const tall = Math.min(250, height - heights.rail - 14 - 476);
	return {
		width,
		height,
		narrow: true,
		small,
		says: { left: 30, top: heights.rail + 18 + tall - height },
		oven: null,
		hood: -34,
		slate: { x: 12, y: heights.rail + 14 - height, width: width - 24, height: tall },
		printer: width * 0.38,
		awa: width - 112,
		tray: width - 100
	};
}
