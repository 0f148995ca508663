import {
	arc,
	circle,
	ellipse,
	fill,
	line,
	noStroke,
	PI,
	pop,
	push,
	scale,
	stroke,
	strokeWeight,
	translate,
	drawingContext,
	noFill,
	rect,
	textAlign,
	textStyle,
	rotate,
	triangle
} from 'braise/draw';
import { drawRoundedBox, drawPaperPiece, drawPaperSheet } from '../paper.ts';
import { indoorColoursAt } from '../indoor-colours.ts';
import { currentPalette, type Area, currentMoment, stage, type Place } from '../stage.ts';
import { drawFittedText } from '../telling/writing.ts';

type Item = 'bread' | 'box' | 'bottle' | 'jar' | 'letter' | 'medicine' | 'tray';

const DRAW_BY_ITEM: Record<Item, () => void> = {
	bread() {
		fill('#b9762f');
		ellipse(0, -11, 40, 24);
		fill('#dba254');
		ellipse(-1, -13, 36, 19);
		stroke('#f3d9a4');
		strokeWeight(2);
		for (const x of [-9, 0, 9]) line(x - 3, -9, x + 3, -18);
	},
	box() {
		drawRoundedBox('#b98e58', -15, -26, 32, 26, 2);
		drawRoundedBox('#d9b27e', -17, -27, 31, 27, 2);
		drawRoundedBox('#efd9b4', -4, -27, 6, 27);
		drawRoundedBox('#8f683c', -13, -8, 9, 4, 1);
	},
	bottle() {
		drawRoundedBox('#4f7d4a', -8, -26, 16, 26, 4, 4, 2, 2);
		drawPaperPiece('#4f7d4a', [-8, -24, -3, -33, 3, -33, 8, -24]);
		drawRoundedBox('#4f7d4a', -3, -40, 6, 9, 1);
		drawRoundedBox('#c8452f', -3.5, -42, 7, 4, 1);
		drawRoundedBox('#fffaf0', -8, -19, 16, 11);
		drawRoundedBox('rgba(255, 255, 255, 0.35)', -6, -25, 3, 24, 2);
	},
	jar() {
		drawRoundedBox('#c8502f', -12, -25, 24, 25, 4);
		drawRoundedBox('rgba(255, 255, 255, 0.3)', -10, -23, 5, 20, 2);
		drawRoundedBox('#f2cf9a', -12, -17, 24, 11);
		drawRoundedBox('#fffaf0', -13, -30, 26, 7, 2);
	},
	letter() {
		drawRoundedBox('#d8cbb2', -18, -23, 37, 24, 2);
		drawRoundedBox('#fffaf0', -19, -24, 37, 24, 2);
		stroke('#c3b292');
		strokeWeight(1.4);
		line(-18, -23, -1, -11);
		line(17, -23, -1, -11);
		noStroke();
		fill('#c8452f');
		circle(-1, -11, 7);
	},
	medicine() {
		drawRoundedBox('#c9d3d0', -14, -24, 30, 24, 2);
		drawRoundedBox('#fffaf0', -16, -25, 30, 25, 2);
		drawRoundedBox('#1f7d4f', -4, -20, 6, 16, 1);
		drawRoundedBox('#1f7d4f', -9, -15, 16, 6, 1);
	},
	tray() {
		drawRoundedBox('#8b938f', -21, -12, 43, 12, 3);
		drawRoundedBox('#c3c8c4', -22, -15, 44, 12, 3);
		fill('#e0a63a');
		arc(0, -14, 36, 16, PI, 0);
	}
};

/** Draws one thing, with its lower edge at (x, y). */
export function item(kind: Item, x: number, y: number, size = 1): void {
	noStroke();
	fill('rgba(50, 25, 5, 0.18)');
	ellipse(x + 2 * size, y, 40 * size, 6 * size);
	drawCarriedItem(kind, x, y, size);
}

function drawCarriedItem(kind: Item, x: number, y: number, size: number): void {
	push();
	translate(x, y);
	scale(size);
	noStroke();
	DRAW_BY_ITEM[kind]();
	pop();
}

interface ShelfPlan {
	item: Item;
	/** Number of things on the shelf; a value that is no number counts as none. */
	count: number;
	/** Number of things that the shelf has room for. If this is above a hundred, one drawn thing stands for several things. */
	most: number;
	label?: string;
}

const MAX_DRAWN_THINGS = 100;

export function shelf(area: Area, { item: kind, count, most, label = '' }: ShelfPlan): void {
	const { x, y, width, height } = area;
	const { wood, woodDark } = indoorColoursAt(currentPalette().hour);
	const { shade, paper, ink } = currentPalette();
	const slotCount = Math.max(1, Math.min(MAX_DRAWN_THINGS, Math.round(Number.isFinite(most) ? most : 1)));
	const thingsPerSlot = Math.max(1, most / slotCount);
	const fullSlotCount = Number.isFinite(count) ? Math.max(0, Math.min(slotCount, Math.ceil(count / thingsPerSlot))) : 0;
	const labelHeight = label === '' ? 0 : 26;
	const columnCount = Math.max(
		1,
		Math.min(slotCount, Math.round(Math.sqrt((slotCount * width) / Math.max(1, height - labelHeight))))
	);
	const rowCount = Math.ceil(slotCount / columnCount);
	const rowHeight = (height - labelHeight) / rowCount;
	const columnWidth = (width - 20) / columnCount;
	drawPaperSheet(
		woodDark,
		shade,
		[x, y, x + width, y, x + width, y + height - labelHeight, x, y + height - labelHeight],
		5,
		0
	);
	drawRoundedBox('rgba(0, 0, 0, 0.22)', x + 7, y + 7, width - 14, height - labelHeight - 14);
	for (let slot = 0; slot < slotCount; slot++) {
		const left = x + 10 + columnWidth * ((slot % columnCount) + 0.5);
		const low = y + rowHeight * (Math.floor(slot / columnCount) + 1) - 8;
		const size = Math.min(columnWidth / 46, (rowHeight - 14) / 44);
		if (slot < fullSlotCount) item(kind, left, low, size);
		else drawMissingThing(left, low, size);
	}
	for (let row = 1; row <= rowCount; row++) drawRoundedBox(wood, x, y + rowHeight * row - 8, width, 8, 1);
	if (labelHeight === 0) return;
	drawRoundedBox(paper, x + width * 0.1, y + height - labelHeight + 3, width * 0.8, 21, 3);
	noStroke();
	fill(ink);
	textAlign('center', 'center');
	textStyle('bold');
	drawFittedText(label, x + width / 2, y + height - labelHeight + 14, 15, width * 0.76);
}

function drawMissingThing(x: number, y: number, size: number): void {
	noFill();
	stroke('rgba(255, 250, 240, 0.4)');
	strokeWeight(1.2);
	drawingContext.setLineDash([3, 4]);
	rect(x - 15 * size, y - 26 * size, 30 * size, 25 * size, 3);
	drawingContext.setLineDash([]);
	noStroke();
}

interface BirdPlan {
	/** `comes` goes from 0, outside above, to 1, in place. `goes` goes from 0, in place, to 1, outside on the right. */
	comes?: number;
	goes?: number;
	carries?: Item | undefined;
}

/** Distance outside of the picture at which no part of the magpie is visible, in the magpie's own units. */
const OFFSTAGE_DISTANCE = 60;
/** Angle of a folded wing, in radians. */
const FOLDED_WING_ANGLE = 0.28;

export function bird({ x, y, size }: Place, { comes = 1, goes = 0, carries }: BirdPlan = {}): void {
	if (comes <= 0 || goes >= 1) return;
	const { time, still } = currentMoment();
	const isFlying = !still && (comes < 1 || goes > 0);
	const hidingDistance = OFFSTAGE_DISTANCE * size;
	push();
	translate(
		x - (1 - comes) * x * 0.6 + goes * (stage().width + hidingDistance - x),
		y - (1 - comes + goes) * (y + hidingDistance) - 10 * size
	);
	scale(size);
	if (carries !== undefined) drawCarriedItem(carries, 27, 10, 0.62);
	noStroke();
	fill('#15171f');
	triangle(-8, 2, -34, -6, -32, 6);
	ellipse(0, 0, 27, 17);
	circle(12, -5, 14);
	fill('#fffaf0');
	ellipse(-1, 4, 18, 9);
	fill('#15171f');
	triangle(18, -7, 18, -1, 27, -2);
	drawWing(isFlying ? Math.sin(time * 16) * 0.7 : FOLDED_WING_ANGLE);
	fill('#fffaf0');
	circle(14, -7, 3.4);
	fill('#15171f');
	circle(14.5, -7, 1.8);
	pop();
}

function drawWing(angle: number): void {
	push();
	rotate(angle);
	fill('#22405c');
	triangle(-9, -2, 7, -3, -8, -26);
	fill('#fffaf0');
	triangle(-6, -8, 0, -8, -7, -19);
	pop();
}
