/** Two little drawings on the slate: the limits of salt, and the letters with their last score. */
import {
	circle,
	fill,
	noFill,
	noStroke,
	rect,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle
} from 'braise/draw';
import { rule } from '../given';
import type { Order } from './orders';
import { letters, type Palette } from './palette';
import { box } from './paper';
import { passed } from './sums';
import { fitted } from './writing';

const LAST: Record<string, number> = { A: 0, B: 2, C: 10, D: 18 };

/** The limits of salt, as many as there is room for, and those that are exceeded filled: what `points` counts. */
export function ladder(
	palette: Palette,
	order: Order,
	x: number,
	y: number,
	wide: number,
	room: number,
	comma: (text: string) => string
): void {
	const count = passed('salt', order.pizza.nutrition.salt);
	const columns = 5;
	const cell = wide / columns;
	rule.salt.slice(0, columns * Math.max(2, Math.min(3, Math.floor(room / 29)))).forEach((limit, index) => {
		const left = x + (index % columns) * cell;
		const top = y + Math.floor(index / columns) * 29;
		const over = index < count;
		if (over) box(palette.chalk, left + 2, top, cell - 5, 25, 5);
		else {
			noFill();
			stroke(palette.chalkQuiet);
			strokeWeight(1.2);
			rect(left + 2, top, cell - 5, 25, 5);
			noStroke();
		}
		fill(over ? palette.slate : palette.chalkQuiet);
		textStyle(over ? 'bold' : 'normal');
		textAlign('center', 'center');
		fitted(comma(String(limit)), left + cell / 2 - 0.5, top + 13.5, 18, cell - 10);
	});
}

/** Where the score lies between the letters: the last score of each stands under it. */
export function scaleOf(palette: Palette, order: Order, x: number, y: number, wide: number, small: number): void {
	const cell = wide / 5;
	const size = Math.min(cell, 54);
	'ABCDE'.split('').forEach((letter, index) => {
		const mine = letter === order.fair;
		const middle = x + cell * (index + 0.5);
		noStroke();
		fill(mine ? palette.chalk : 'rgba(0, 0, 0, 0)');
		circle(middle, y, size * 0.98);
		fill(letters[letter]?.fill ?? '');
		circle(middle, y, size * (mine ? 0.86 : 0.6));
		fill(letters[letter]?.ink ?? '');
		textStyle('bold');
		textAlign('center', 'center');
		textSize(size * (mine ? 0.56 : 0.4));
		text(letter, middle, y + 1);
		fill(palette.chalkQuiet);
		textStyle('normal');
		const last = LAST[letter];
		fitted(last === undefined ? '…' : `≤ ${last}`, middle, y + size * 0.5 + small * 0.72, small * 0.9, cell - 6);
	});
}
