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
	/** Number of things that there is room for. When it is above a hundred, one drawn thing stands for several. */
	most: number;
	/** Words under the shelf. */
	label?: string;
}

const MOST_DRAWN = 100;

/** Draws a shelf with `count` things of `most`. */
export function shelf(area: Area, { item: kind, count, most, label = '' }: ShelfPlan): void {
	const { x, y, width, height } = area;
	const { wood, woodDark } = indoorColoursAt(currentPalette().hour);
	const { shade, paper, ink } = currentPalette();
	const slots = Math.max(1, Math.min(MOST_DRAWN, Math.round(Number.isFinite(most) ? most : 1)));
	const each = Math.max(1, most / slots);
	const full = Number.isFinite(count) ? Math.max(0, Math.min(slots, Math.ceil(count / each))) : 0;
	const foot = label === '' ? 0 : 26;
	const columns = Math.max(1, Math.min(slots, Math.round(Math.sqrt((slots * width) / Math.max(1, height - foot)))));
	const rows = Math.ceil(slots / columns);
	const high = (height - foot) / rows;
	const wide = (width - 20) / columns;
	drawPaperSheet(woodDark, shade, [x, y, x + width, y, x + width, y + height - foot, x, y + height - foot], 5, 0);
	drawRoundedBox('rgba(0, 0, 0, 0.22)', x + 7, y + 7, width - 14, height - foot - 14);
	for (let slot = 0; slot < slots; slot++) {
		const left = x + 10 + wide * ((slot % columns) + 0.5);
		const low = y + high * (Math.floor(slot / columns) + 1) - 8;
		const size = Math.min(wide / 46, (high - 14) / 44);
		if (slot < full) item(kind, left, low, size);
		else missing(left, low, size);
	}
	for (let row = 1; row <= rows; row++) drawRoundedBox(wood, x, y + high * row - 8, width, 8, 1);
	if (foot === 0) return;
	drawRoundedBox(paper, x + width * 0.1, y + height - foot + 3, width * 0.8, 21, 3);
	noStroke();
	fill(ink);
	textAlign('center', 'center');
	textStyle('bold');
	drawFittedText(label, x + width / 2, y + height - foot + 14, 15, width * 0.76);
}

function missing(x: number, y: number, size: number): void {
	noFill();
	stroke('rgba(255, 250, 240, 0.4)');
	strokeWeight(1.2);
	drawingContext.setLineDash([3, 4]);
	rect(x - 15 * size, y - 26 * size, 30 * size, 25 * size, 3);
	drawingContext.setLineDash([]);
	noStroke();
}
