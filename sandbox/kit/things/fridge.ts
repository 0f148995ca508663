/** Draws a fridge with a glass door, a display and a lamp; it may be iced or dripping. */
import {
	drawingContext,
	ellipse,
	fill,
	noStroke,
	pop,
	push,
	scale,
	textAlign,
	textStyle,
	translate
} from 'braise/draw';
import { drawRoundedBox, drawPaperPiece, paperOffset } from '../paper.ts';
import { currentPalette, type Place } from '../stage.ts';
import { drawFittedText } from '../telling/fitted.ts';
import { drawWaterDrops, drawFrost, FRIDGE_GLASS_AREA, shelfYAt, FRIDGE_SHELF_COUNT } from './fridge-glass.ts';

interface FridgePlan {
	/** Text that the thermometer shows. */
	reads: string;
	/** Text that the alarm shows. */
	says: string;
	/** Draws the alarm's lamp at the given point. */
	lamp(x: number, y: number, radius: number): void;
	/** How much ice is in the fridge, from 0 to 1; `heat` is how warm the fridge is, from 0 to 1. */
	ice?: number;
	heat?: number;
}

const DOSE_BOX_COLOURS = ['#d9673f', '#4a6795', '#5d7d4c', '#e0a63a', '#8a6a9a'];

/** Draws a fridge whose feet stand at `place`. */
export function drawFridge(place: Place, { reads, says, lamp, ice = 0, heat = 0 }: FridgePlan): void {
	const { hour, shade } = currentPalette();
	push();
	translate(place.x, place.y);
	scale(place.size);
	noStroke();
	fill(shade);
	ellipse(4, 0, 150, 18);
	if (heat > 0.15) {
		fill('rgba(90, 140, 190, 0.55)');
		ellipse(-18, 2, 120 * heat, 12 * heat);
	}
	const [side, front] = hour === 'day' ? ['#c3cbca', '#eef1ec'] : ['#8b93a0', '#c2c7cd'];
	for (const x of [-50, 36]) drawRoundedBox('#2f3a3d', x, -8, 14, 9, 2);
	drawRoundedBox(side, -56, -300, 122, 294, 12, 12, 5, 5);
	drawRoundedBox(front, -62, -300, 122, 294, 12, 12, 5, 5);
	drawFridgeInside(hour === 'day' ? '#cfe3e6' : '#e9dfb8');
	drawDoseBoxes();
	clipToFridgeGlass(() => {
		if (ice > 0) drawFrost(ice);
		if (heat > 0) drawWaterDrops(heat);
		drawGlassShine();
	});
	drawRoundedBox('#8f999b', FRIDGE_GLASS_AREA.left + FRIDGE_GLASS_AREA.width - 9, FRIDGE_GLASS_AREA.top + 66, 6, 64, 3);
	drawFridgeDisplay(reads, says, lamp);
	pop();
}

function drawFridgeInside(colour: string): void {
	const { left, top, width, height } = FRIDGE_GLASS_AREA;
	drawRoundedBox('#4b5a60', left - 5, top - 5, width + 10, height + 10, 7);
	drawRoundedBox(colour, left, top, width, height, 3);
	for (let shelf = 1; shelf <= FRIDGE_SHELF_COUNT; shelf++)
		drawRoundedBox('rgba(60, 80, 90, 0.5)', left, shelfYAt(shelf), width, 3);
}

/** Runs `paint`, and cuts off what it paints outside the glass. */
function clipToFridgeGlass(paint: () => void): void {
	const { left, top, width, height } = FRIDGE_GLASS_AREA;
	const context = drawingContext;
	context.save();
	context.beginPath();
	context.rect(left, top, width, height);
	context.clip();
	paint();
	context.restore();
}

/** Draws the stock: small boxes of doses, each with a cross. */
function drawDoseBoxes(): void {
	for (let shelf = 1; shelf <= FRIDGE_SHELF_COUNT; shelf++) {
		for (let index = 0; index < 5; index++) {
			const high = 26 + Math.abs(paperOffset(shelf, index)) * 14;
			const x = FRIDGE_GLASS_AREA.left + 5 + index * 18.5;
			const y = shelfYAt(shelf) - high;
			drawRoundedBox(DOSE_BOX_COLOURS[(index + shelf * 2) % DOSE_BOX_COLOURS.length] ?? '', x, y, 16, high, 1.5);
			drawRoundedBox('#fffaf0', x + 2.5, y + 5, 11, 11, 1);
			drawRoundedBox('#2f8a56', x + 7, y + 6.5, 2.2, 8);
			drawRoundedBox('#2f8a56', x + 4, y + 9.4, 8.2, 2.2);
		}
	}
}

function drawGlassShine(): void {
	const { left, top, height } = FRIDGE_GLASS_AREA;
	drawPaperPiece('rgba(255, 255, 255, 0.2)', [left, top, left + 34, top, left, top + 92]);
	drawPaperPiece('rgba(255, 255, 255, 0.13)', [
		left + 52,
		top,
		left + 66,
		top,
		left,
		top + height - 14,
		left,
		top + height - 52
	]);
}

function drawFridgeDisplay(reads: string, says: string, lamp: FridgePlan['lamp']): void {
	drawRoundedBox('#22302f', -52, -292, 104, 54, 7);
	drawRoundedBox('#d9e8bd', -48, -288, 64, 46, 4);
	noStroke();
	textAlign('center', 'alphabetic');
	textStyle('bold');
	fill('#1d3312');
	drawFittedText(reads, -16, -267, 19, 58);
	textStyle('normal');
	fill('#33431f');
	drawFittedText(says, -16, -248, 15, 58);
	drawRoundedBox('#fffaf0', 20, -286, 28, 42, 6);
	lamp(34, -265, 9);
}
