/** Villages: a few houses each, a steeple in some, and what one knows them by. The house of the guest has a red door. */
import { circle, fill, line, noStroke, pop, push, rotate, scale, stroke, strokeWeight, translate } from 'braise/draw';
import { depot, homes, pointOf, type Place } from './country';
import type { Layout } from './layout';
import type { Palette } from './palette';
import { box, piece, waver } from './paper';

/** A house seen from the front, standing on y = 0. */
function house(palette: Palette, x: number, y: number, wide: number, index: number, guest = false): void {
	const high = wide * 0.62;
	const wall = palette.walls[index % palette.walls.length] ?? '';
	const roof = palette.roofs[index % palette.roofs.length] ?? '';
	const left = x - wide / 2;
	piece(palette.shade, [
		left + 3,
		y + 2,
		x + wide / 2 + 4,
		y + 2,
		x + wide / 2 + 4,
		y - high + 2,
		left + 3,
		y - high + 2
	]);
	box(wall, left, y - high, wide, high);
	piece(roof, [
		left - 2,
		y - high,
		left + wide * 0.16,
		y - high - wide * 0.42,
		left + wide * 0.84,
		y - high - wide * 0.42,
		left + wide + 2,
		y - high
	]);
	piece('rgba(0, 0, 0, 0.1)', [
		x,
		y - high,
		x,
		y - high - wide * 0.42,
		left + wide * 0.84,
		y - high - wide * 0.42,
		left + wide + 2,
		y - high
	]);
	box(roof, left + wide * 0.66, y - high - wide * 0.58, wide * 0.12, wide * 0.2);
	box(palette.window, left + wide * 0.14, y - high * 0.76, wide * 0.18, wide * 0.2);
	box(guest ? palette.red : palette.door, left + wide * 0.44, y - high * 0.62, wide * 0.2, high * 0.62, 2, 2, 0, 0);
	box(palette.window, left + wide * 0.74, y - high * 0.76, wide * 0.16, wide * 0.2);
}

function church(palette: Palette, x: number, y: number): void {
	box(palette.walls[0] ?? '', x - 4, y - 12, 20, 12);
	piece(palette.slate, [x - 2, y - 12, x + 4, y - 19, x + 15, y - 19, x + 19, y - 12]);
	box(palette.walls[1] ?? '', x - 9, y - 21, 9, 21);
	piece(palette.slate, [x - 11, y - 21, x - 4.5, y - 39, x + 2, y - 21]);
	box(palette.window, x - 6.5, y - 17, 4, 5, 2, 2, 0, 0);
}

function lighthouse(palette: Palette, x: number, y: number): void {
	piece(palette.walls[0] ?? '', [x - 6, y, x - 4, y - 30, x + 4, y - 30, x + 6, y]);
	piece(palette.red, [x - 5.4, y - 9, x - 5, y - 16, x + 5, y - 16, x + 5.4, y - 9]);
	box(palette.slate, x - 5, y - 33, 10, 3);
	box(palette.day ? '#ffe9a8' : '#fff3c4', x - 3, y - 39, 6, 6);
	piece(palette.red, [x - 5, y - 39, x, y - 44, x + 5, y - 39]);
	if (palette.day) return;
	piece('rgba(255, 240, 180, 0.16)', [x, y - 36, x - 90, y - 62, x - 90, y - 22]);
}

function windmill(palette: Palette, x: number, y: number): void {
	piece(palette.walls[0] ?? '', [x - 8, y, x - 5, y - 22, x + 5, y - 22, x + 8, y]);
	piece(palette.slate, [x - 7, y - 22, x, y - 30, x + 7, y - 22]);
	push();
	translate(x, y - 23);
	rotate(0.5);
	for (let arm = 0; arm < 4; arm++) {
		rotate(Math.PI / 2);
		box(palette.door, -0.8, 0, 1.6, 20);
		box(palette.paper, 0.8, 5, 4.6, 14);
	}
	pop();
}

function ponds(palette: Palette, x: number, y: number): void {
	noStroke();
	for (const [px, py, size] of [
		[-30, 8, 20],
		[-14, 14, 15],
		[-40, -6, 13]
	] as const) {
		fill(palette.bank);
		circle(x + px, y + py, size + 4);
		fill(palette.water);
		circle(x + px, y + py, size);
	}
}

const marks: Partial<Record<string, (palette: Palette, x: number, y: number) => void>> = {
	'Anse-Grise': (palette, x, y) => lighthouse(palette, x - 25, y + 9),
	'Cap-Loriot': (palette, x, y) => church(palette, x - 16, y + 3),
	'Bois-Hardi': (palette, x, y) => church(palette, x + 20, y - 1),
	Étanville: ponds,
	Montclair: (palette, x, y) => church(palette, x - 18, y + 1),
	Prémoulin: (palette, x, y) => windmill(palette, x + 24, y + 2),
	Fontsec: (palette, x, y) => church(palette, x + 18, y + 1)
};

function village(palette: Palette, layout: Layout, place: Place, index: number): void {
	const at = layout.at(pointOf(place));
	push();
	translate(at.x, at.y);
	scale(layout.unit);
	marks[place.name]?.(palette, 0, 0);
	const beside = waver(index, 9) > 0 ? 1 : -1;
	house(palette, -17 * beside, -7, 16, index + 1);
	house(palette, 15 * beside, -4, 15, index + 2);
	house(palette, -13 * beside, 12, 15, index + 3);
	house(palette, 4, 9, 20, index, true);
	pop();
}

/** The kitchen: long, with its chimney and a sign one sees from afar. */
function kitchen(palette: Palette, layout: Layout): void {
	const at = layout.at(pointOf(depot));
	push();
	translate(at.x, at.y);
	scale(layout.unit * 1.1);
	house(palette, -30, 2, 17, 1);
	church(palette, 27, 0);
	piece(palette.shade, [-21, 14, 24, 14, 24, -10, -21, -10]);
	box(palette.walls[0] ?? '', -23, -12, 44, 24);
	piece(palette.roofs[1] ?? '', [-26, -12, -20, -27, 18, -27, 24, -12]);
	box(palette.roofs[2] ?? '', 8, -36, 7, 14);
	box(palette.slate, -4, -6, 20, 18, 2, 2, 0, 0);
	stroke('rgba(255, 255, 255, 0.3)');
	strokeWeight(1);
	for (const y of [-2, 2, 6]) line(-3, y, 15, y);
	noStroke();
	box(palette.window, -19, -7, 11, 8);
	noStroke();
	fill(palette.paper);
	circle(-12, -19, 13);
	stroke(palette.thread);
	strokeWeight(1.8);
	line(-14, -23, -14, -15);
	line(-10, -23, -10, -15);
	pop();
}

export function villages(palette: Palette, layout: Layout): void {
	const standing = homes.map((place, index) => ({ place, index })).sort((a, b) => b.place.lat - a.place.lat);
	for (const { place, index } of standing) village(palette, layout, place, index);
	kitchen(palette, layout);
}
