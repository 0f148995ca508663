import { circle, ellipse, fill, noStroke, drawingContext, layer, line, stroke, strokeWeight } from 'braise/draw';
import { drawRoundedBox, drawPaperPiece, drawPaperSheet, paperOffset } from '../paper.ts';
import { packingHeights, paintInWorkshopUnits, computePackingPlan, HANGING_CARDS_HEIGHT } from './packing-plan.ts';
import { currentPalette, currentMoment, stage, type Area, type Place } from '../stage.ts';
import { workshopColoursAt } from '../indoor-colours.ts';
import { room } from './room.ts';

const OVEN_BASE_Y = 26 - packingHeights.back;

function halfEllipsePoints(x: number, y: number, half: number, high: number): number[] {
	return Array.from({ length: 17 }, (_, step) => {
		const turn = Math.PI * (1 + step / 16);
		return [x + Math.cos(turn) * half, y + Math.sin(turn) * high];
	}).flat();
}

const archOutline = (x: number, base: number, half: number, high: number) => [
	x - half,
	base,
	...halfEllipsePoints(x, base - high * 0.36, half, high * 0.64),
	x + half,
	base
];

function drawOven(x: number): void {
	const { shade, hour } = currentPalette();
	const { brick, mortar, iron } = workshopColoursAt(hour);
	drawPaperSheet(
		mortar,
		shade,
		[x - 150, OVEN_BASE_Y, ...halfEllipsePoints(x, OVEN_BASE_Y - 96, 142, 118), x + 150, OVEN_BASE_Y],
		5,
		0.6
	);
	for (let row = 0; row < 10; row++) {
		const y = OVEN_BASE_Y - 20 - row * 20;
		const heightInDome = OVEN_BASE_Y - 96 - y;
		const halfWidth = heightInDome <= 0 ? 142 : 142 * Math.sqrt(Math.max(0, 1 - (heightInDome / 118) ** 2));
		for (let left = -halfWidth + 4 + (row % 2) * 17; left < halfWidth - 10; left += 36) {
			const wide = Math.min(33, halfWidth - left - 3);
			const colour = brick[Math.abs(Math.round(paperOffset(row + 2, left) * 9)) % brick.length] ?? '';
			if (wide > 8) drawRoundedBox(colour, x + left, y, wide, 17, 2);
		}
	}
	drawRoundedBox(iron, x - 22, OVEN_BASE_Y - 330, 44, 124);
	drawRoundedBox('rgba(255, 255, 255, 0.10)', x - 16, OVEN_BASE_Y - 330, 6, 120);
	drawPaperSheet(brick[3] ?? '', shade, archOutline(x, OVEN_BASE_Y + 2, 84, 96), 3, 0);
	drawPaperPiece(iron, archOutline(x, OVEN_BASE_Y + 2, 68, 78));
}

function drawOvenFire(x: number, time: number): void {
	const { fire: colours } = workshopColoursAt(currentPalette().hour);
	const base = OVEN_BASE_Y - 4;
	noStroke();
	fill('rgba(242, 107, 33, 0.30)');
	ellipse(x, base - 22, 120 + Math.sin(time * 3) * 5, 66);
	for (let flame = 0; flame < 7; flame++) {
		const left = x - 46 + flame * 15;
		const high = 30 + 16 * Math.sin(time * (5 + flame * 0.7) + flame * 1.9) + (flame % 2) * 10;
		const [low, middle, top] = [base, base - high * 0.55, base - high];
		const outline = [left - 10, low, left - 4, middle, left + 2, top, left + 6, middle, left + 11, low];
		drawPaperPiece(colours[flame % 3 === 0 ? 2 : 1] ?? '', outline);
	}
	for (let ember = 0; ember < 9; ember++) {
		fill(colours[ember % 4] ?? '');
		circle(x - 48 + ember * 12, base - 1, 7 + Math.sin(time * 4 + ember) * 1.5);
	}
}

interface WorkshopPlaces {
	board: Area;
	worker: Place;
}

/** Scale of the person behind the belt, and the height of their feet: 80 units below the belt's back edge. */
const WORKER_SCALE_AND_FEET = { size: 1.38, feet: packingHeights.back - 80 };

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
