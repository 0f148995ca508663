/** Villages: a few houses each, and what one knows them by. The house of the guest has a red door. */
import { circle, fill, line, noStroke, pop, push, scale, stroke, strokeWeight, translate } from 'braise/draw';
import { depot, homes, pointOf, type Place } from './country';
import { church, marks } from './landmarks';
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
