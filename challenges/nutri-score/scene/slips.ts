/** The rail over the line, as in a pizzeria's kitchen: one slip a pizza, what the program answers and what it should. */
import {
	fill,
	label,
	noStroke,
	pop,
	push,
	rotate,
	text,
	textAlign,
	textFont,
	textSize,
	textStyle,
	textWidth,
	translate
} from 'braise/draw';

import { heights, type Layout } from './layout';
import type { Order } from './orders';
import { fitted, MONO, SANS } from './writing';
import { letters, type Palette } from './palette';
import { box, piece } from './paper';
import { mark } from './printer';

function slip(palette: Palette, order: Order, wide: number, small: number, current: boolean): void {
	const { answer, right } = order;
	const high = 82;
	const left = -wide / 2;
	const edge: number[] = [];
	const teeth = Math.round(wide / 10);
	for (let tooth = 0; tooth <= teeth; tooth++)
		edge.push(-left - (wide * tooth) / teeth, high - (tooth % 2 === 0 ? 0 : 4));
	const shape = [left, 0, -left, 0, ...edge];
	piece(
		'rgba(50, 25, 5, 0.22)',
		shape.map((value, index) => value + (index % 2 === 0 ? 2 : 4))
	);
	piece(right ? palette.paper : palette.redWash, shape);
	if (current) box(palette.ember, left, 0, wide, 6);
	noStroke();
	textFont(SANS);
	textAlign('center', 'alphabetic');
	textStyle('normal');
	fill(palette.quiet);
	fitted(label(`short-${order.pizza.name}`, { count: order.cheeses ?? 0 }), 0, 23, small * 0.94, wide - 10);
	textStyle('bold');
	const letter = answer.kind === 'letter' ? letters[answer.shown] : undefined;
	if (letter) {
		box(letter.fill, -16, 29, 32, 31, 7);
		fill(letter.ink);
		textAlign('center', 'center');
		textSize(25);
		text(answer.shown, 0, 45.5);
	} else {
		textFont(answer.kind === 'nonsense' ? MONO : SANS);
		fill(right ? palette.ink : palette.red);
		fitted(answer.shown, 0, 54, answer.kind === 'nonsense' ? 20 : 27, wide - 12);
		textFont(SANS);
	}
	textAlign('center', 'alphabetic');
	textStyle('normal');
	fill(right ? palette.green : palette.ink);
	const wanted =
		order.pizza.name === 'next' ? `${label('wish')} ${order.fair}` : label('should-be', { fair: order.fair });
	fitted(right ? label('right') : wanted, -6, 76, small * 0.9, wide - 26);
	mark(right, palette, -left - 6, high - 10, 22);
}

export function slips(palette: Palette, layout: Layout, orders: Order[], current: number, sway: number): void {
	const room = layout.width - 28;
	const pitch = Math.min(layout.narrow ? 128 : 150, room / Math.max(1, orders.length));
	const wide = pitch - (layout.narrow ? 10 : 18);
	box(palette.steelDark, 0, 8, layout.width, 10);
	box(palette.steelLight, 0, 5, layout.width, 7);
	orders.forEach((order, index) => {
		push();
		translate(layout.width / 2 + (index - (orders.length - 1) / 2) * pitch, 14);
		rotate(sway * Math.sin(index * 1.9 + 1) + Math.sin(index * 5.1) * 0.01);
		slip(palette, order, wide, Math.min(layout.small, heights.rail * 0.21), index === current);
		pop();
	});
}
