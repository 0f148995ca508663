/** The slate on the wall: the reference. What Awa found by hand for the box on the belt, in chalk. */
import {
	circle,
	fill,
	label,
	line,
	noFill,
	noStroke,
	rect,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textFont,
	textSize,
	textStyle,
	textWidth
} from 'braise/draw';

import type { Layout } from './layout';
import type { Order, Printed } from './orders';
import { fitted, SANS } from './writing';
import { letters, type Palette } from './palette';
import { box, sheet } from './paper';
import { ladder, scaleOf } from './chalk';
import { rowsOf, type Row } from './sums';

export function slate(
	palette: Palette,
	layout: Layout,
	order: Order,
	printed: Printed,
	situation: string,
	comma: (text: string) => string
): void {
	const { x, y, width, height } = layout.slate;
	const { small } = layout;
	sheet(palette.woodDark, palette.shade, [x, y, x + width, y, x + width, y + height, x, y + height], 6, 0.5);
	box(palette.wood, x + 2, y + 2, width - 4, height - 5, 2);
	box(palette.slate, x + 9, y + 9, width - 18, height - 18, 2);
	const left = x + 20;
	const right = x + width - 20;
	noStroke();
	textFont(SANS);
	textAlign('left', 'alphabetic');
	textStyle('bold');
	fill(palette.chalk);
	fitted(
		label(`pizza-${order.pizza.name}`, { count: order.cheeses ?? 0 }),
		left,
		y + 13 + small,
		small * 1.1,
		right - left
	);
	stroke(palette.chalkQuiet);
	strokeWeight(1.4);
	line(left, y + 20 + small, right, y + 19 + small);
	noStroke();
	const rows = rowsOf(order, printed, situation);
	const top = y + 21 + small;
	const bottom = y + height - 18 - small * 1.42;
	const pitch = Math.min(small * 1.62, (bottom - top) / Math.max(1, rows.length));
	rows.forEach((each, index) =>
		write(palette, each, left, right, top + pitch * (index + 0.78), Math.min(small, pitch * 0.88), comma)
	);
	if (printed === 'points')
		ladder(palette, order, left, top + pitch + 4, right - left, bottom - top - pitch - 4, comma);
	if (printed === 'letter' && rows.length === 1)
		scaleOf(palette, order, left, (top + pitch + bottom) / 2, right - left, small);
	total(palette, order, situation, left, right, y + height - 18, small);
}

function write(
	palette: Palette,
	row: Row,
	left: number,
	right: number,
	y: number,
	size: number,
	comma: (text: string) => string
): void {
	const words = `${label(row.id)}${row.value === '' ? '' : ` ${comma(row.value)}`}`;
	textAlign('left', 'alphabetic');
	textStyle('normal');
	fill(row.struck === true ? palette.chalkQuiet : palette.chalk);
	fitted(words, left, y, size, right - left - (row.points === undefined ? 0 : 40));
	const wide = textWidth(words);
	if (row.struck === true) {
		stroke(palette.chalkQuiet);
		strokeWeight(2);
		line(left, y - size * 0.3, left + wide, y - size * 0.34);
		noStroke();
	}
	if (row.points === undefined) return;
	textAlign('right', 'alphabetic');
	textStyle('bold');
	textSize(size * 1.1);
	text(row.points, right, y);
}

/** A letter in its colour, as on the boxes; a number in chalk. */
function lettered(palette: Palette, { fair }: Order, right: number, y: number, small: number): void {
	const look = letters[fair];
	textStyle('bold');
	if (look === undefined) {
		textAlign('right', 'alphabetic');
		textSize(small * 1.5);
		return text(fair, right, y + small * 0.1);
	}
	const size = small * 1.42;
	box(look.fill, right - size, y - size * 0.82, size, size, 6);
	fill(look.ink);
	textAlign('center', 'center');
	textSize(size * 0.8);
	text(fair, right - size / 2, y - size * 0.29);
}

function total(
	palette: Palette,
	order: Order,
	situation: string,
	left: number,
	right: number,
	y: number,
	small: number
): void {
	stroke(palette.chalkQuiet);
	strokeWeight(1.4);
	line(left, y - small * 1.3, right, y - small * 1.32);
	noStroke();
	textAlign('left', 'alphabetic');
	textStyle('normal');
	fill(palette.chalk);
	const wish = situation === 'recipe';
	fitted(label(wish ? 'wish' : 'by-hand'), left, y, small, right - left - 52);
	lettered(palette, order, right, y, small);
	textAlign('left', 'alphabetic');
	textStyle('normal');
}
