/** Draws a shelf that empties: the things on it, and an outline for each missing one. */
import { drawingContext, fill, noFill, noStroke, rect, stroke, strokeWeight, textAlign, textStyle } from 'braise/draw';
import { indoorColoursAt } from '../indoor-colours.ts';
import { drawRoundedBox, drawPaperSheet } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawFittedText } from '../telling/fitted.ts';
import { item, type Item } from './items.ts';

interface ShelfPlan {
	item: Item;
	/** Number of things on the shelf; a value that is no number counts as none. */
	count: number;
	/** Number of things that the shelf has room for. If this is above a hundred, one drawn thing stands for several things. */
	most: number;
	/** Words under the shelf. */
	label?: string;
}

const MAX_DRAWN_THINGS = 100;

/** Draws a shelf with `count` things, and outlines for the others up to `most`. */
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
