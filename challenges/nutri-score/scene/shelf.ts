/** The shop's cold cabinet for the decision: the twelve boxes as customers see them under a plan, with the student's own letters. */
import {
	circle,
	ellipse,
	fill,
	label,
	layer,
	noFill,
	noStroke,
	pop,
	push,
	rect,
	scale,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textFont,
	textSize,
	textStyle,
	textWidth,
	translate
} from 'braise/draw';
import { stamp } from './carton';
import type { Layout } from './layout';
import type { Plan, Shelved } from './measure';
import { fitted, SANS } from './writing';
import type { Palette } from './palette';
import { between, box, piece } from './paper';
import { pizza } from './pizza';
import { grain } from './room';

export interface Shelf {
	plan: Plan;
	boxes: Shelved[];
	time: number;
	still: boolean;
}

function cabinet(palette: Palette, layout: Layout, rows: number, top: number, high: number): void {
	const dark = palette.hour === 'evening';
	box(dark ? '#3a3f52' : '#cfd8d6', 0, 0, layout.width, layout.height);
	box(dark ? '#2b3044' : '#b4c3c3', 8, top - 6, layout.width - 16, rows * high + 12, 6);
	for (let row = 0; row < rows; row++) {
		const y = top + row * high;
		box(dark ? '#454c66' : '#eef4f2', 14, y, layout.width - 28, high - 8, 3);
		box(dark ? 'rgba(255, 220, 150, 0.20)' : 'rgba(255, 255, 255, 0.9)', 14, y, layout.width - 28, 5, 2);
		box(dark ? '#1f2334' : '#8ea3a4', 10, y + high - 12, layout.width - 20, 9, 2);
		box(palette.paper, 10, y + high - 15, layout.width - 20, 4);
	}
	grain(layout);
}

/** One box standing upright. `turned` from 0 to 1: a letter that changed turns over. */
function standing(
	palette: Palette,
	each: Shelved,
	logo: boolean,
	wide: number,
	high: number,
	small: number,
	turned: number
): void {
	noStroke();
	fill(palette.shade);
	ellipse(3, high / 2 + 1, wide, 9);
	box(palette.cardDark, -wide / 2 + 3, -high / 2 + 2, wide, high, 4);
	box(palette.card, -wide / 2, -high / 2, wide, high, 4);
	box('#a8472f', -wide / 2, -high / 2, wide, 7, 4, 4, 0, 0);
	const moved = logo && each.letter !== each.before;
	const named = high > 76;
	const round = Math.min(wide * 0.7, high - (named ? small + 18 : 14));
	push();
	translate(-wide / 2 + round / 2 + 7, -high / 2 + 11 + round / 2);
	scale(round / 104);
	fill(palette.cardInside);
	circle(0, 0, 108);
	pizza(each.pizza, 1);
	pop();
	if (named) {
		fill('#2a1c0e');
		textFont(SANS);
		textStyle('bold');
		textAlign('center', 'alphabetic');
		fitted(label(`short-${each.pizza.name}`), 0, high / 2 - 6, small * 0.9, wide - 10);
	}
	const x = wide / 2 - Math.min(wide * 0.2, 30);
	const y = -high / 2 + 11 + round * (high > wide * 0.8 ? 0.78 : 0.56);
	const size = Math.min(wide * 0.34, round * 0.66, 52);
	if (!logo) return;
	if (moved) {
		noFill();
		stroke(palette.ember);
		strokeWeight(4);
		rect(-wide / 2 - 2, -high / 2 - 2, wide + 4, high + 4, 6);
		noStroke();
	}
	const shown = moved && turned < 0.5 ? each.before : each.letter;
	push();
	translate(x, y);
	scale(moved ? Math.max(0.06, Math.abs(Math.cos(turned * Math.PI))) : 1, 1);
	stamp(palette, { answer: shown === null ? { kind: 'nonsense', shown: '?' } : { kind: 'letter', shown } }, size);
	pop();
	if (moved && turned >= 0.5) {
		textAlign('center', 'alphabetic');
		textStyle('bold');
		const words = `${each.before ?? '?'} → ${each.letter ?? '?'}`;
		textSize(small * 0.9);
		const room = textWidth(words) + 10;
		box(palette.ember, wide / 2 - room + 4, -high / 2 - 8, room, small * 1.2, 5);
		fill('#2b1403');
		text(words, wide / 2 - room / 2 + 4, -high / 2 - 8 + small * 0.92);
	}
}

export function playShelf(palette: Palette, layout: Layout, { plan, boxes, time, still }: Shelf): void {
	const { width, height, small } = layout;
	const columns = width > 760 ? 6 : height > width * 1.2 ? 3 : 4;
	const rows = Math.ceil(boxes.length / columns);
	const top = 24 + small * 1.9;
	const high = (height - top - 14) / rows;
	const wide = (width - 36) / columns;
	layer('shelf', `${palette.hour} ${rows}`, () => cabinet(palette, layout, rows, top, high));
	boxes.forEach((each, index) => {
		const row = Math.floor(index / columns);
		push();
		const tall = Math.min(high - 32, wide * 0.95);
		translate(18 + wide * ((index % columns) + 0.5), top + (row + 1) * high - 17 - tall / 2);
		const turned = still ? 1 : between(time, 0.9 + index * 0.12, 1.5 + index * 0.12);
		standing(palette, each, plan.logo, Math.min(wide - 14, tall * 1.5), tall, small, turned);
		pop();
	});
	header(palette, layout, plan, boxes);
}

/** What the cabinet says in words: how many letters moved, or that none is there to be seen. */
function header(palette: Palette, { width, small }: Layout, plan: Plan, boxes: Shelved[]): void {
	const low = boxes.filter(({ letter }) => letter === 'D' || letter === 'E').length;
	const moved = boxes.filter(({ letter, before }) => letter !== before).length;
	const words = plan.logo ? label('shelf-letters', { moved, low }) : label('shelf-bare', { low });
	box(palette.machine.middle, 8, 8, width - 16, small * 1.9, 6);
	piece(palette.machine.light, [8, 12, width - 8, 12, width - 8, 15, 8, 15]);
	noStroke();
	fill('#fffaf0');
	textFont(SANS);
	textStyle('bold');
	textAlign('center', 'center');
	fitted(words, width / 2, 9 + small, small * 1.02, width - 40);
}
