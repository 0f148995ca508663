import {
	circle,
	fill,
	line,
	noStroke,
	rect,
	stroke,
	strokeWeight,
	drawingContext,
	ellipse,
	pop,
	push,
	scale,
	textAlign,
	textStyle,
	translate
} from 'braise/draw';
import { drawRoundedBox, drawPaperPiece, paperOffset } from '../paper.ts';
import { currentMoment, currentPalette, type Place } from '../stage.ts';
import { drawFittedText } from '../telling/writing.ts';

const FRIDGE_GLASS_AREA = { left: -50, top: -226, width: 100, height: 196 };
const FRIDGE_SHELF_COUNT = 3;

/** Returns the y of a shelf; shelves count from 1 at the top. */
const shelfYAt = (shelf: number): number =>
	FRIDGE_GLASS_AREA.top + (FRIDGE_GLASS_AREA.height / FRIDGE_SHELF_COUNT) * shelf - 3;

function drawFrost(ice: number): void {
	const { left, top, width, height } = FRIDGE_GLASS_AREA;
	fill(`rgba(235, 246, 255, ${0.45 * ice})`);
	noStroke();
	rect(left, top, width, height);
	for (let shelf = 0; shelf <= FRIDGE_SHELF_COUNT; shelf++) {
		const y = shelf === 0 ? top : shelfYAt(shelf) + 3;
		for (let index = 0; index < 11; index++) {
			const x = left + 3 + index * 9.2;
			const icicleLength = (10 + Math.abs(paperOffset(index + 3, shelf)) * 24) * ice;
			if (y + icicleLength < top + height) drawPaperPiece('#f4fbff', [x - 4, y, x + 4, y, x, y + icicleLength]);
		}
		const snowHeight = 7 * ice;
		if (shelf > 0) drawRoundedBox('#ffffff', left, shelfYAt(shelf) - snowHeight, width, snowHeight, 4, 4, 0, 0);
	}
	for (const [x, y] of [
		[left, top],
		[left + width, top],
		[left, top + height],
		[left + width, top + height]
	] as const) {
		fill(`rgba(255, 255, 255, ${0.75 * ice})`);
		circle(x, y, 62 * ice);
	}
	// Ice crystals on the door.
	stroke('rgba(255, 255, 255, 0.95)');
	strokeWeight(2);
	for (const [x, y] of [
		[-24, -170],
		[20, -110],
		[-14, -62]
	] as const)
		for (let arm = 0; arm < 3; arm++) {
			const [dx, dy] = [Math.cos((arm * Math.PI) / 3) * 11 * ice, Math.sin((arm * Math.PI) / 3) * 11 * ice];
			line(x - dx, y - dy, x + dx, y + dy);
		}
}

function drawWaterDrops(heat: number): void {
	const { left, top, width, height } = FRIDGE_GLASS_AREA;
	const { time, still } = currentMoment();
	fill(`rgba(240, 120, 50, ${0.3 * heat})`);
	noStroke();
	rect(left, top, width, height);
	for (let index = 0; index < 16; index++) {
		const fallenDistance = still ? 0 : time * (14 + Math.abs(paperOffset(index, 4)) * 20) * heat;
		const x = left + 6 + ((paperOffset(index, 1) + 1) / 2) * (width - 12);
		const y = top + ((((paperOffset(1, index) + 1) / 2) * height + fallenDistance) % (height - 10));
		const size = 3 + Math.abs(paperOffset(index, index)) * 3;
		drawPaperPiece('rgba(70, 130, 190, 0.9)', [x - size * 0.6, y, x + size * 0.6, y, x, y - size * 1.6]);
		noStroke();
		fill('rgba(70, 130, 190, 0.9)');
		circle(x, y, size * 1.25);
	}
}

interface FridgePlan {
	reads: string;
	says: string;
	lamp(x: number, y: number, radius: number): void;
	/** How much ice is in the fridge, from 0 to 1; `heat` is how warm the fridge is, from 0 to 1. */
	ice?: number;
	heat?: number;
}

const DOSE_BOX_COLOURS = ['#d9673f', '#4a6795', '#5d7d4c', '#e0a63a', '#8a6a9a'];

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
