/** Positions of things in a workshop where boxes are packed, in its own units above the picture's lower edge. */
import { pop, push, scale, translate } from 'braise/draw';
import { stage } from '../stage.ts';

/** Heights of the belt's front edge, of boxes on the belt, and of the belt's back edge. */
export const packingHeights = { front: 80, box: 94, back: 172 };

/** Height that the hanging cards take at the stage's upper edge, in units of the stage. */
export const HANGING_CARDS_HEIGHT = 106;
const HEIGHT_BELOW_CARDS = 418;
const MIN_WORKSHOP_WIDTH = 500;
const MAX_WORKSHOP_WIDTH = 1300;

interface PackingPlan {
	/** Pixels per unit of the workshop. */
	size: number;
	width: number;
	height: number;
	isNarrow: boolean;
	board: { left: number; right: number; height: number };
	/** The oven's middle; undefined when there is no room for an oven. The other `X` fields are middles of things, too. */
	ovenX: number | undefined;
	hoodX: number;
	printerX: number;
	workerX: number;
	binX: number;
}

export function computePackingPlan(): PackingPlan {
	const { width: wide, height: high } = stage();
	const size = Math.max(
		0.2,
		Math.min(1.15, (high - HANGING_CARDS_HEIGHT) / HEIGHT_BELOW_CARDS, wide / MIN_WORKSHOP_WIDTH)
	);
	const [width, height] = [wide / size, high / size];
	const isNarrow = width < 700;
	const sideMargin = Math.max(0, (width - MAX_WORKSHOP_WIDTH) / 2);
	const left = sideMargin + (isNarrow ? 10 : Math.min(270, (width - 700) * 0.6 + 40));
	const right = left + (isNarrow ? 232 : 270);
	const printerX = right + (isNarrow ? 78 : 96 + Math.min(120, (width - 700) * 0.2));
	const hasOven = left >= sideMargin + 190;
	return {
		size,
		width,
		height,
		isNarrow,
		board: {
			left,
			right,
			height: Math.max(60, Math.min(250, (high - HANGING_CARDS_HEIGHT) / size - packingHeights.back - 16))
		},
		ovenX: hasOven ? sideMargin + 84 : undefined,
		hoodX: hasOven ? left + 60 : left - 30,
		printerX,
		workerX: Math.min(width - 74, printerX + (isNarrow ? 158 : 210)),
		binX: Math.min(width - 84, printerX + (isNarrow ? 150 : 230))
	};
}

/** Runs `paint` in the workshop's units, with the picture's lower edge at y = 0. */
export function paintInWorkshopUnits({ size }: PackingPlan, paint: () => void): void {
	push();
	translate(0, stage().height);
	scale(size);
	paint();
	pop();
}
