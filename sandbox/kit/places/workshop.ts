/** Draws a workshop that bakes and packs: tiles, a window, lamps, and an oven if there is room. */
import { circle, drawingContext, fill, layer, line, noStroke, stroke, strokeWeight } from 'braise/draw';
import { drawPaperSheet } from '../paper.ts';
import { currentMoment, currentPalette, stage, type Area, type Place } from '../stage.ts';
import { drawOvenFire, drawOven } from '../things/oven.ts';
import { workshopColoursAt } from '../workshop-colours.ts';
import { packingHeights, drawInWorkshop, packingPlan, HANGING_CARDS_HEIGHT } from './packing-plan.ts';
import { room } from './room.ts';

interface WorkshopPlaces {
	/** Area that is free for a board on the wall. */
	board: Area;
	/** Place of the person behind the belt. */
	worker: Place;
}

/** Scale of the person behind the belt, and the height of their feet: 80 units below the belt's back edge. */
const WORKER = { size: 1.38, feet: packingHeights.back - 80 };

/** Draws a workshop. Returns the places that it and the packing line leave free. */
export function workshop(): WorkshopPlaces {
	const plan = packingPlan();
	const { size, width, height, board, worker, isNarrow } = plan;
	room('kitchen', { window: Math.min(0.81, worker / width + 0.1) });
	if (!isNarrow && !stage().narrow) for (const x of [board.right + 26, width - 30]) lamp(x * size, size);
	const mouth = plan.oven;
	if (mouth !== undefined) {
		layer('oven', currentPalette().hour, () => drawInWorkshop(plan, () => drawOven(mouth)));
		const { time, still } = currentMoment();
		drawInWorkshop(plan, () => drawOvenFire(mouth, still ? 1 : time));
	}
	const low = height - packingHeights.back - 14;
	return {
		board: {
			x: board.left * size,
			y: (low - board.height) * size,
			width: (board.right - board.left) * size,
			height: board.height * size
		},
		worker: { x: worker * size, y: stage().height - WORKER.feet * size, size: WORKER.size * size }
	};
}

/** Draws a lamp that hangs from the ceiling, and its light when it is dark outside. */
function lamp(x: number, size: number): void {
	const { hour, shade } = currentPalette();
	const { iron, machine } = workshopColoursAt(hour);
	const low = HANGING_CARDS_HEIGHT + 16 * size;
	stroke(iron);
	strokeWeight(3 * size);
	line(x, 0, x, HANGING_CARDS_HEIGHT - 4);
	noStroke();
	const top = HANGING_CARDS_HEIGHT - 8 * size;
	drawPaperSheet(
		machine.light,
		shade,
		[x - 9 * size, top, x + 9 * size, top, x + 26 * size, low, x - 26 * size, low],
		2,
		0
	);
	fill(hour === 'day' ? '#ffdf9e' : '#ffcf7d');
	circle(x, low, 15 * size);
	if (hour === 'day') return;
	const middle = low + 52 * size;
	const glow = drawingContext.createRadialGradient(x, low, 6 * size, x, middle, 210 * size);
	glow.addColorStop(0, 'rgba(255, 214, 140, 0.5)');
	glow.addColorStop(0.4, 'rgba(255, 190, 110, 0.16)');
	glow.addColorStop(1, 'rgba(255, 170, 90, 0)');
	fill(glow);
	circle(x, middle, 420 * size);
}
