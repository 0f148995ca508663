/** Where things stand in a workshop that packs, in its own units above the lower edge of the picture. */
import { pop, push, scale, translate } from 'braise/draw';
import { stage } from '../stage.ts';

/** The back and the front edge of the belt, and where boxes stand on it. */
export const heights = { front: 80, box: 94, back: 172 };

/** Units of the stage that cards on a line take at the upper edge. */
export const RAIL = 106;
/** What stands below them: belt, printer and whoever stands behind it. */
const TALL = 418;
const LEAST_WIDTH = 500;
const MOST_WIDTH = 1300;

interface PackingPlan {
	/** Scale of these units. */
	size: number;
	width: number;
	height: number;
	isNarrow: boolean;
	/** The board on the wall: its left and right edge, and its height. */
	board: { left: number; right: number; height: number };
	/** The middle of each thing; the oven only where there is room for it. */
	oven: number | undefined;
	hood: number;
	printer: number;
	worker: number;
	bin: number;
}

export function packingPlan(): PackingPlan {
	const { width: wide, height: high } = stage();
	const size = Math.max(0.2, Math.min(1.15, (high - RAIL) / TALL, wide / LEAST_WIDTH));
	const [width, height] = [wide / size, high / size];
	const isNarrow = width < 700;
	const aside = Math.max(0, (width - MOST_WIDTH) / 2);
	const left = aside + (isNarrow ? 10 : Math.min(270, (width - 700) * 0.6 + 40));
	const right = left + (isNarrow ? 232 : 270);
	const printer = right + (isNarrow ? 78 : 96 + Math.min(120, (width - 700) * 0.2));
	const hasOven = left >= aside + 190;
	return {
		size,
		width,
		height,
		isNarrow,
		board: { left, right, height: Math.max(60, Math.min(250, (high - RAIL) / size - heights.back - 16)) },
		oven: hasOven ? aside + 84 : undefined,
		hood: hasOven ? left + 60 : left - 30,
		printer,
		worker: Math.min(width - 74, printer + (isNarrow ? 158 : 210)),
		bin: Math.min(width - 84, printer + (isNarrow ? 150 : 230))
	};
}

/** Draws in these units, with the lower edge of the picture at y = 0. */
export function inWorkshop({ size }: PackingPlan, paint: () => void): void {
	push();
	translate(0, stage().height);
	scale(size);
	paint();
	pop();
}
