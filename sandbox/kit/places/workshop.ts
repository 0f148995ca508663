/** Draws a workshop that bakes and packs: tiles, a window, lamps, and an oven if there is room. */
import { circle, drawingContext, fill, layer, line, noStroke, stroke, strokeWeight } from 'braise/draw';
import { drawPaperSheet } from '../paper.ts';
import { currentMoment, currentPalette, stage, type Area, type Place } from '../stage.ts';
import { drawOvenFire, drawOven } from '../things/oven.ts';
import { workshopColoursAt } from '../workshop-colours.ts';
import { packingHeights, paintInWorkshopUnits, computePackingPlan, HANGING_CARDS_HEIGHT } from './packing-plan.ts';
import { room } from './room.ts';

interface WorkshopPlaces {
	/** Area that is free for a board on the wall. */
	board: Area;
	/** Place of the person behind the belt. */
	worker: Place;
}

/** Scale of the person behind the belt, and the height of their feet: 80 units below the belt's back edge. */
const WORKER_SCALE_AND_FEET = { size: 1.38, feet: packingHeights.back - 80 };

/** Draws a workshop. Returns the places for a board and for a person, which the packing line leaves free. */
export function workshop(): WorkshopPlaces {
	const plan = computePackingPlan();
	const { size, width, height, board, workerX, isNarrow } = plan;
	room('kitchen', { window: Math.min(0.81, workerX / width + 0.1) });
	if (!isNarrow && !stage().narrow) for (const x of [board.right + 26, width - 30]) drawHangingLamp(x * size, size);
	const mouth = plan.ovenX;
	if (mouth !== undefined) {
		layer('oven', currentPalette().hour, () => paintInWorkshopUnits(plan, () => drawOven(mouth)));
		const { time, still } = currentMoment();
		paintInWorkshopUnits(plan, () => drawOvenFire(mouth, still ? 1 : time));
	}
	const boardBottom = height - packingHeights.back - 14;
	return {
		board: {
			x: board.left * size,
			y: (boardBottom - board.height) * size,
			width: (board.right - board.left) * size,
			height: board.height * size
		},
		worker: {
			x: workerX * size,
			y: stage().height - WORKER_SCALE_AND_FEET.feet * size,
			size: WORKER_SCALE_AND_FEET.size * size
		}
	};
}

/** Draws a lamp that hangs from the ceiling, and its light when it is dark outside. */
function drawHangingLamp(x: number, size: number): void {
	const { hour, shade } = currentPalette();
	const { iron, machine } = workshopColoursAt(hour);
	const shadeBottom = HANGING_CARDS_HEIGHT + 16 * size;
	stroke(iron);
	strokeWeight(3 * size);
	line(x, 0, x, HANGING_CARDS_HEIGHT - 4);
	noStroke();
	const shadeTop = HANGING_CARDS_HEIGHT - 8 * size;
	drawPaperSheet(
		machine.light,
		shade,
		[x - 9 * size, shadeTop, x + 9 * size, shadeTop, x + 26 * size, shadeBottom, x - 26 * size, shadeBottom],
		2,
		0
	);
	fill(hour === 'day' ? '#ffdf9e' : '#ffcf7d');
	circle(x, shadeBottom, 15 * size);
	if (hour === 'day') return;
	const middle = shadeBottom + 52 * size;
	const glow = drawingContext.createRadialGradient(x, shadeBottom, 6 * size, x, middle, 210 * size);
	glow.addColorStop(0, 'rgba(255, 214, 140, 0.5)');
	glow.addColorStop(0.4, 'rgba(255, 190, 110, 0.16)');
	glow.addColorStop(1, 'rgba(255, 170, 90, 0)');
	fill(glow);
	circle(x, middle, 420 * size);
}
