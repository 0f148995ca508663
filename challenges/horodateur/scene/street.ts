/** The street itself, painted once: sky, hill, steeple, houses, trees, lamps, pavement, bays. */
import {
	circle,
	drawingContext,
	fill,
	height,
	line,
	linearGradient,
	noStroke,
	pop,
	push,
	rect,
	scale,
	stroke,
	strokeWeight,
	translate,
	width
} from 'braise/draw';
import { house, type House } from './houses';
import { heights, type Layout } from './layout';
import type { Palette } from './palette';
import { box, piece, sheet, waver } from './paper';

const houses: House[] = [
	{ x: -34, width: 116, height: 176, wall: 3, shutter: 0, columns: 2, rows: 2, shop: 'door', dormers: 1 },
	{ x: 82, width: 140, height: 158, wall: 0, shutter: 1, columns: 3, rows: 1, shop: 'bakery', dormers: 2 },
	{ x: 222, width: 150, height: 186, wall: 4, shutter: 2, columns: 3, rows: 2, shop: 'pharmacy', dormers: 1 },
	{ x: 372, width: 104, height: 150, wall: 1, shutter: 3, columns: 2, rows: 1, shop: 'door', gable: true },
	{ x: 476, width: 176, height: 168, wall: 2, shutter: 3, columns: 4, rows: 2, shop: 'hall', dormers: 3 },
	{ x: 652, width: 112, height: 190, wall: 5, shutter: 4, columns: 2, rows: 2, shop: 'door', dormers: 1 },
	{ x: 764, width: 130, height: 154, wall: 3, shutter: 2, columns: 3, rows: 1, shop: 'door', dormers: 2 },
	{ x: 894, width: 130, height: 178, wall: 0, shutter: 0, columns: 3, rows: 2, shop: 'door', gable: true },
	{ x: 1024, width: 140, height: 160, wall: 4, shutter: 1, columns: 3, rows: 1, shop: 'door', dormers: 1 }
];

/** Where the pharmacy's cross hangs, in the street's units: it blinks, so it is drawn each time. */
export const cross = { x: 356, y: -heights.pavement - 96 };

/** Lamp posts, in the street's units. */
export const lamps = [64, 466, 880];

function sky(palette: Palette, layout: Layout): void {
	noStroke();
	fill(linearGradient(0, 0, 0, height * 0.62, ...palette.sky));
	rect(-200, -200, width + 400, height + 400);
	const x = layout.width * (palette.hour === 'day' ? 0.6 : 0.52);
	const y = layout.height * (palette.hour === 'dusk' ? 0.36 : 0.2);
	for (const [size, opacity] of [
		[150, 70],
		[104, 110]
	] as const) {
		fill(palette.halo, opacity);
		circle(x, y, size * layout.street);
	}
	fill(palette.sun);
	circle(x, y, 62 * layout.street);
	if (palette.hour === 'night') {
		fill('rgba(255, 250, 230, 0.8)');
		for (let index = 0; index < 60; index++) {
			circle(
				(waver(index, 3) + 1) * 0.5 * width,
				(waver(5, index) + 1) * 0.22 * height,
				0.9 + Math.abs(waver(index, index))
			);
		}
	}
}

function clouds(palette: Palette, units: number, top: number): void {
	if (palette.hour !== 'day') return;
	for (const [x, y, size] of [
		[0.14, 0.2, 1.1],
		[0.46, 0.08, 0.8],
		[0.83, 0.16, 1]
	] as const) {
		const left = x * units;
		const base = top + 60 + y * 200;
		const points: number[] = [left - 60 * size, base];
		for (let index = 0; index <= 12; index++) {
			const part = index / 12;
			const bump = Math.abs(Math.sin(part * Math.PI * 3)) * 10 + Math.sin(part * Math.PI) * 18;
			points.push(left + (part * 120 - 60) * size, base - bump * size);
		}
		points.push(left + 60 * size, base);
		sheet('#fff8ea', 'rgba(150, 100, 50, 0.14)', points, 4, 0.3);
	}
}

function distance(palette: Palette, units: number): void {
	const base = -heights.pavement;
	const far: number[] = [-20, base];
	const hill: number[] = [-20, base];
	for (let x = -20; x <= units + 40; x += 24) {
		far.push(x, base - 196 - Math.sin(x / 130) * 26 - Math.sin(x / 47) * 7);
		hill.push(x, base - 158 - Math.sin(x / 170 + 2) * 30 - Math.sin(x / 41) * 6);
	}
	sheet(palette.far, palette.shade, [...far, units + 40, base], 3, 0.5);
	// The steeple: what one sees first when coming home.
	const x = 432;
	const top = base - 318;
	sheet(palette.steeple, palette.shade, [x - 15, base, x - 15, top + 74, x, top, x + 15, top + 74, x + 15, base], 3);
	piece('rgba(0, 0, 0, 0.12)', [x, top, x + 15, top + 74, x + 15, base, x, base]);
	box(palette.hour === 'day' ? '#8d755a' : palette.lit, x - 4, top + 86, 8, 16, 4, 4, 0, 0);
	stroke(palette.steeple);
	strokeWeight(2);
	line(x, top + 2, x, top - 12);
	line(x - 5, top - 7, x + 5, top - 7);
	sheet(palette.hill, palette.shade, [...hill, units + 40, base], 3, 0.5);
}

function tree(palette: Palette, x: number, y: number, size: number): void {
	const [trunk = '', light = '', dark = ''] = palette.bark;
	const at = (points: number[]) =>
		points.map((value, index) => (index % 2 === 0 ? x + value * size : y + value * size));
	sheet(trunk, palette.shade, at([-9, 0, -6, -70, -20, -104, -14, -108, 0, -82, 12, -112, 18, -108, 7, -70, 10, 0]), 3);
	// A plane tree's bark comes off in patches.
	for (let index = 0; index < 9; index++) {
		const left = waver(index, 2) * 4;
		const top = -8 - index * 8;
		piece(index % 2 === 0 ? light : dark, at([left - 3, top, left + 1, top - 5, left + 4, top - 1, left, top + 4]));
	}
	for (let index = 0; index < 13; index++) {
		const angle = index * 2.4;
		const far = Math.sqrt(index / 13) * 46;
		const cx = Math.cos(angle) * far;
		const cy = -132 + Math.sin(angle) * far * 0.72;
		const radius = 23 + waver(index, size) * 4;
		const points: number[] = [];
		for (let corner = 0; corner < 11; corner++) {
			const turn = (corner / 11) * Math.PI * 2;
			const reach = radius * (corner % 2 === 0 ? 1.04 : 0.88);
			points.push(cx + Math.cos(turn) * reach, cy + Math.sin(turn) * reach);
		}
		sheet(palette.leaf[(index * 3) % palette.leaf.length] ?? '', palette.shade, at(points), 3, 1.2);
	}
	sheet(palette.kerb, palette.shade, at([-24, 4, -20, -4, 20, -4, 24, 4]), 1);
}

function lamp(palette: Palette, x: number): void {
	const y = -heights.kerb - 6;
	box(palette.metal, x - 2, y - 128, 4, 128);
	box(palette.metal, x - 5, y - 14, 10, 14, 2);
	sheet(palette.metal, palette.shade, [x - 11, y - 150, x + 11, y - 150, x + 7, y - 128, x - 7, y - 128], 2, 0);
	piece(palette.hour === 'day' ? '#f3e6c4' : '#ffe2a0', [
		x - 8,
		y - 147,
		x + 8,
		y - 147,
		x + 5,
		y - 131,
		x - 5,
		y - 131
	]);
	piece(palette.metal, [x - 13, y - 150, x, y - 160, x + 13, y - 150]);
	if (palette.hour === 'day') return;
	const context = drawingContext;
	const glow = context.createRadialGradient(x, y - 138, 4, x, y - 138, 92);
	glow.addColorStop(0, 'rgba(255, 214, 140, 0.62)');
	glow.addColorStop(0.35, 'rgba(255, 190, 110, 0.22)');
	glow.addColorStop(1, 'rgba(255, 170, 90, 0)');
	fill(glow);
	circle(x, y - 138, 184);
}

function ground(palette: Palette, layout: Layout, units: number): void {
	const wide = units + 20;
	box(palette.pavement, -10, -heights.pavement - 2, wide, heights.pavement + 2);
	stroke('rgba(0, 0, 0, 0.07)');
	strokeWeight(1);
	for (let x = 0; x < wide; x += 34) line(x, -heights.pavement, x - 12, -heights.kerb);
	sheet(
		palette.kerb,
		palette.shade,
		[-10, -heights.kerb - 4, wide, -heights.kerb - 4, wide, -heights.kerb + 3, -10, -heights.kerb + 3],
		1,
		0
	);
	box(palette.road, -10, -heights.kerb + 3, wide, heights.kerb);
	for (let index = 0; index < 110; index++) {
		const x = (waver(index, 1) + 1) * 0.5 * wide;
		const y = -heights.near - (waver(2, index) + 1) * 0.5 * (heights.kerb - heights.near - 6);
		box(index % 2 === 0 ? 'rgba(255, 255, 255, 0.06)' : 'rgba(0, 0, 0, 0.06)', x, y, 3 + (index % 4), 1.6);
	}
	// The bays, and the P of each.
	stroke(palette.marking);
	strokeWeight(3);
	for (const x of layout.bays) {
		line(x - 78, -heights.kerb + 8, x - 84, -heights.bay + 12);
		line(x + 78, -heights.kerb + 8, x + 84, -heights.bay + 12);
	}
	line(-10, -heights.bay + 14, wide, -heights.bay + 14);
	strokeWeight(2.5);
	for (let x = 8; x < wide; x += 56) line(x, -heights.near - 12, x + 28, -heights.near - 12);
	sheet(
		palette.kerb,
		palette.shade,
		[-10, -heights.near, wide, -heights.near, wide, -heights.near + 9, -10, -heights.near + 9],
		3,
		0
	);
	box(palette.near, -10, -heights.near + 9, wide, heights.near);
	stroke('rgba(0, 0, 0, 0.08)');
	strokeWeight(1.2);
	line(-10, -24, wide, -24);
	for (let x = 0; x < wide; x += 52) {
		line(x, -heights.near + 9, x - 14, -24);
		line(x + 12, -24, x - 8, 4);
	}
}

/** The grain of the paper: specks over everything. */
function grain(layout: Layout): void {
	const context = drawingContext;
	for (const [colour, from] of [
		['rgba(255, 255, 255, 0.07)', 1],
		['rgba(60, 30, 0, 0.06)', 2]
	] as const) {
		context.fillStyle = colour;
		context.beginPath();
		for (let index = 0; index < 500; index++) {
			const x = (waver(index, from) + 1) * 0.5 * layout.width;
			const y = (waver(from, index) + 1) * 0.5 * layout.height;
			context.rect(x, y, 1.6, 1.6);
		}
		context.fill();
	}
}

export function street(palette: Palette, layout: Layout): void {
	const units = layout.width / layout.street;
	sky(palette, layout);
	push();
	translate(0, layout.height);
	scale(layout.street);
	clouds(palette, units, -layout.height / layout.street);
	distance(palette, units);
	ground(palette, layout, units);
	push();
	translate(0, -heights.pavement + 2);
	for (const plan of houses) if (plan.x < units + 20) house(palette, plan);
	pop();
	tree(palette, 24, -heights.kerb - 8, 0.92);
	tree(palette, 660, -heights.kerb - 8, 1.02);
	tree(palette, 948, -heights.kerb - 8, 0.9);
	for (const x of lamps) lamp(palette, x);
	pop();
	grain(layout);
}
