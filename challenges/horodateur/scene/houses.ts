/** Facades of a small town in the west: rendered walls, corner stones, slate roofs, shutters. */
import {
	arc,
	circle,
	fill,
	label,
	line,
	noStroke,
	PI,
	rect,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth
} from 'braise/draw';
import type { Palette } from './palette';
import { box, hairlines, piece, sheet, waver } from './paper';

export interface House {
	x: number;
	width: number;
	height: number;
	wall: number;
	shutter: number;
	columns: number;
	rows: number;
	shop: 'door' | 'bakery' | 'pharmacy' | 'hall';
	dormers?: number;
	gable?: boolean;
}

const pick = (list: string[], index: number): string => list[index % list.length] ?? '#888';

function chimney(palette: Palette, x: number, y: number): void {
	sheet(palette.brick, palette.shade, [x, y, x + 15, y, x + 15, y + 32, x, y + 32], 2);
	box(palette.stone, x - 2, y - 2, 19, 5, 1);
	box(palette.brick, x + 2, y - 9, 4, 8);
	box(palette.brick, x + 9, y - 9, 4, 8);
}

function roof(palette: Palette, house: House): void {
	const { x, width, height } = house;
	const top = -height;
	const slate = pick(palette.slate, house.wall);
	const rise = house.gable ? width * 0.46 : 46;
	chimney(palette, x + width * 0.18, top - rise - 4);
	const points = house.gable
		? [x - 7, top + 3, x + width / 2, top - rise, x + width + 7, top + 3]
		: [x - 6, top + 3, x + 12, top - rise, x + width - 12, top - rise, x + width + 6, top + 3];
	sheet(slate, palette.shade, points, 4);
	// Courses of slate: thin lines, a little shorter towards the ridge.
	stroke('rgba(255, 255, 255, 0.10)');
	strokeWeight(1);
	for (let course = 1; course < 6; course++) {
		const part = course / 6;
		const inset = house.gable ? (width / 2 + 7) * part : 18 * part;
		const y = top + 3 - (rise + 3) * part;
		line(x - 4 + inset, y, x + width + 4 - inset, y);
	}
	for (let index = 0; index < (house.dormers ?? 0); index++) {
		const middle = x + (width * (index + 1)) / ((house.dormers ?? 0) + 1);
		sheet(
			palette.stone,
			palette.shade,
			[middle - 12, top, middle - 12, top - 24, middle, top - 34, middle + 12, top - 24, middle + 12, top],
			2
		);
		box(index % 2 === 0 && palette.hour !== 'day' ? palette.lit : palette.glass, middle - 7, top - 22, 14, 19);
		stroke(palette.frame);
		strokeWeight(1.5);
		line(middle, top - 22, middle, top - 3);
	}
}

function pane(palette: Palette, x: number, y: number, width: number, height: number, seed: number): void {
	const lit = palette.hour !== 'day' && waver(seed, x) > (palette.hour === 'night' ? 0.25 : -0.15);
	box(palette.frame, x - 2.5, y - 2.5, width + 5, height + 5, 1.5);
	box(lit ? palette.lit : palette.glass, x, y, width, height);
	if (!lit)
		piece('rgba(255, 255, 255, 0.22)', [x, y, x + width * 0.62, y, x + width * 0.12, y + height, x, y + height]);
	if (lit && waver(x, seed) > 0.2) {
		// Somebody's curtain.
		piece('rgba(176, 90, 50, 0.35)', [x, y, x + width * 0.4, y, x + width * 0.14, y + height, x, y + height]);
	}
	const [middle, bar] = [x + width / 2, y + height * 0.45];
	hairlines(palette.frame, 1.6, [middle, y, middle, y + height, x, bar, x + width, bar]);
}

function shutter(palette: Palette, colour: string, x: number, y: number, width: number, height: number): void {
	sheet(colour, palette.shade, [x, y, x + width, y, x + width, y + height, x, y + height], 1.5, 0.5);
	const slats: number[] = [];
	for (let slat = y + 5; slat < y + height - 2; slat += 5) slats.push(x + 2, slat, x + width - 2, slat);
	hairlines('rgba(255, 255, 255, 0.2)', 1, slats);
}

function upperWindows(palette: Palette, house: House): void {
	const { x, width, height, columns, rows } = house;
	const storey = (height - 76) / rows;
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			const middle = x + (width * (column + 0.5)) / columns;
			const tall = Math.min(42, storey - 18);
			const top = -height + 14 + row * storey;
			pane(palette, middle - 10, top, 20, tall, house.wall * 7 + row * 3 + column);
			const colour = pick(palette.shutters, house.shutter);
			shutter(palette, colour, middle - 24, top - 2, 11, tall + 4);
			shutter(palette, colour, middle + 13, top - 2, 11, tall + 4);
			box(palette.stone, middle - 14, top + tall + 3, 28, 4, 1);
			if (waver(middle, row) > 0.1) flowers(palette, middle, top + tall + 2);
		}
	}
}

function flowers(palette: Palette, x: number, y: number): void {
	noStroke();
	for (let index = 0; index < 7; index++) {
		fill(pick(palette.leaf, index));
		circle(x - 10 + index * 3.4, y - 1 + waver(x, index) * 1.5, 5);
	}
	const petals = palette.hour === 'day' ? ['#d8492f', '#f3b23c', '#e77d90'] : ['#8a3a3c', '#a8773f', '#8e5465'];
	for (let index = 0; index < 5; index++) {
		fill(pick(petals, index + Math.round(x)));
		circle(x - 8 + index * 4.2, y - 3 + waver(index, x) * 2, 3.4);
	}
}

function door(palette: Palette, house: House): void {
	const { x, width } = house;
	const middle = x + width * 0.3;
	box(palette.stone, middle - 16, -60, 32, 60, 15, 15, 0, 0);
	box(pick(palette.shutters, house.shutter), middle - 12, -55, 24, 55, 12, 12, 0, 0);
	box('rgba(255, 255, 255, 0.18)', middle - 7, -44, 14, 16, 7, 7, 1, 1);
	noStroke();
	fill('#e8c06a');
	circle(middle + 7, -24, 3.4);
	pane(palette, x + width * 0.68 - 11, -54, 22, 34, house.wall);
	shutter(palette, pick(palette.shutters, house.shutter), x + width * 0.68 - 25, -56, 11, 38);
	shutter(palette, pick(palette.shutters, house.shutter), x + width * 0.68 + 14, -56, 11, 38);
}

function shopFront(palette: Palette, house: House, colour: string): void {
	const { x, width } = house;
	sheet(colour, palette.shade, [x + 6, -74, x + width - 6, -74, x + width - 6, 0, x + 6, 0], 2);
	const inside = palette.hour === 'day' ? '#f7e3b4' : palette.lit;
	box(palette.frame, x + 12, -54, width - 58, 44, 2);
	box(inside, x + 15, -51, width - 64, 38, 1);
	box(palette.frame, x + width - 40, -54, 28, 54, 2);
	box(inside, x + width - 37, -51, 22, 48, 1);
	noStroke();
	fill('#e8c06a');
	rect(x + width - 19, -30, 2.5, 10, 1);
}

function bakery(palette: Palette, house: House): void {
	const { x, width } = house;
	shopFront(palette, house, palette.hour === 'day' ? '#7d4a35' : palette.brick);
	// Baguettes in a basket, and a round loaf.
	for (let index = 0; index < 6; index++) {
		const left = x + 24 + index * 6;
		piece(index % 2 === 0 ? '#d99a4e' : '#c5823b', [left, -42, left + 4, -43, left + 6, -14, left + 1, -14]);
	}
	box('#8a5a33', x + 20, -24, 42, 11, 2);
	noStroke();
	fill('#cf8f45');
	arc(x + 76, -13, 26, 22, PI, 0);
	const stripes = 9;
	const step = (width - 4) / stripes;
	for (let index = 0; index < stripes; index++) {
		const left = x + 2 + index * step;
		const colour = index % 2 === 0 ? (palette.hour === 'day' ? '#d9623f' : '#8c4440') : palette.frame;
		sheet(
			colour,
			palette.shade,
			[left, -82, left + step, -82, left + step, -62, left + step / 2, -57, left, -62],
			2,
			0
		);
	}
}

function pharmacy(palette: Palette, house: House): void {
	const { x, width } = house;
	const green = palette.hour === 'day' ? '#2f7d56' : '#2a5f4b';
	shopFront(palette, house, green);
	for (let index = 0; index < 5; index++) {
		const colour = pick(['#ffffff', '#7fb8a0', '#e2a24a', '#ffffff', '#6fa6c0'], index);
		box(colour, x + 21 + index * 13, -13 - 9 - (index % 3) * 5, 8, 9 + (index % 3) * 5, 2);
	}
	const words = label('zone-pharmacy');
	textStyle('bold');
	textSize(15);
	textAlign('center', 'center');
	noStroke();
	fill('#fffaf0');
	if (textWidth(words) < width - 16) text(words, x + width / 2, -64);
}

function hall(palette: Palette, house: House): void {
	const { x, width } = house;
	for (const part of [0.2, 0.5, 0.8]) {
		const middle = x + width * part;
		box(palette.stone, middle - 18, -64, 36, 64, 18, 18, 0, 0);
		const glow = palette.hour === 'day' ? palette.glass : palette.lit;
		box(part === 0.5 ? pick(palette.shutters, 3) : glow, middle - 13, -58, 26, 58, 13, 13, 0, 0);
	}
	// The flag, and a clock without a scandal.
	stroke(palette.metal);
	strokeWeight(2);
	line(x + width / 2, -86, x + width / 2 + 26, -108);
	for (const [index, colour] of ['#33508c', '#f4ecdd', '#c2412f'].entries()) {
		const left = x + width / 2 + 8 + index * 6;
		piece(colour, [left, -93 - index * 5, left + 6, -98 - index * 5, left + 6, -80 - index * 5, left, -75 - index * 5]);
	}
}

/** The house's foot is at y = 0. */
export function house(palette: Palette, plan: House): void {
	const { x, width, height } = plan;
	roof(palette, plan);
	sheet(pick(palette.walls, plan.wall), palette.shade, [x, 0, x, -height, x + width, -height, x + width, 0], 3);
	box('rgba(0, 0, 0, 0.10)', x, -9, width, 9);
	for (let row = 0; row * 13 < height - 12; row++) {
		const long = row % 2 === 0 ? 10 : 6;
		box(palette.stone, x, -height + row * 13 + 2, long, 10, 1);
		box(palette.stone, x + width - long, -height + row * 13 + 2, long, 10, 1);
	}
	box(palette.stone, x - 3, -height - 1, width + 6, 6, 1);
	upperWindows(palette, plan);
	if (plan.shop === 'bakery') bakery(palette, plan);
	else if (plan.shop === 'pharmacy') pharmacy(palette, plan);
	else if (plan.shop === 'hall') hall(palette, plan);
	else door(palette, plan);
}
