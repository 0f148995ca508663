/** The oven at the left, where there is room for it, and the hood in which pizzas go into their boxes. Origin at the lower edge. */
import { circle, ellipse, fill, noStroke, push, pop, scale, translate } from 'braise/draw';
import { heights } from './layout';
import type { Palette } from './palette';
import { box, piece, sheet, waver } from './paper';

/** Painted once. The mouth's middle is at x. */
export function oven(palette: Palette, x: number): void {
	const base = -heights.back + 26;
	const outline: number[] = [x - 150, base];
	for (let step = 0; step <= 16; step++) {
		const turn = Math.PI * (1 + step / 16);
		outline.push(x + Math.cos(turn) * 142, base - 96 + Math.sin(turn) * 118);
	}
	sheet(palette.mortar, palette.shade, [...outline, x + 150, base], 5, 0.6);
	for (let row = 0; row < 10; row++) {
		const y = base - 20 - row * 20;
		const lift = base - 96 - y;
		const half = lift <= 0 ? 142 : 142 * Math.sqrt(Math.max(0, 1 - (lift / 118) ** 2));
		for (let left = -half + 4 + (row % 2) * 17; left < half - 10; left += 36) {
			const wide = Math.min(33, half - left - 3);
			const colour = palette.brick[Math.abs(Math.round(waver(row + 2, left) * 9)) % palette.brick.length] ?? '';
			if (wide > 8) box(colour, x + left, y, wide, 17, 2);
		}
	}
	box(palette.iron, x - 22, base - 330, 44, 124);
	box('rgba(255, 255, 255, 0.10)', x - 16, base - 330, 6, 120);
	// The mouth.
	sheet(palette.brick[3] ?? '', palette.shade, arch(x, base + 2, 84, 96), 3, 0);
	piece(palette.iron, arch(x, base + 2, 68, 78));
}

function arch(x: number, base: number, half: number, high: number): number[] {
	const points: number[] = [x - half, base];
	for (let step = 0; step <= 14; step++) {
		const turn = Math.PI * (1 + step / 14);
		points.push(x + Math.cos(turn) * half, base - high * 0.36 + Math.sin(turn) * high * 0.64);
	}
	return [...points, x + half, base];
}

/** Flames and embers: drawn each time. */
export function fire(palette: Palette, x: number, time: number): void {
	const base = -heights.back + 22;
	noStroke();
	fill('rgba(242, 107, 33, 0.30)');
	ellipse(x, base - 22, 120 + Math.sin(time * 3) * 5, 66);
	for (let flame = 0; flame < 7; flame++) {
		const left = x - 46 + flame * 15;
		const high = 30 + 16 * Math.sin(time * (5 + flame * 0.7) + flame * 1.9) + (flame % 2) * 10;
		piece(palette.fire[flame % 3 === 0 ? 2 : 1] ?? '', [
			left - 10,
			base,
			left - 4,
			base - high * 0.6,
			left + 2,
			base - high,
			left + 6,
			base - high * 0.5,
			left + 11,
			base
		]);
	}
	for (let ember = 0; ember < 9; ember++) {
		fill(palette.fire[ember % 4] ?? '');
		circle(x - 48 + ember * 12, base - 1, 7 + Math.sin(time * 4 + ember) * 1.5);
	}
}

/** Painted each time, above what passes below it. */
export function hood(palette: Palette, x: number): void {
	const { light, middle, dark } = palette.machine;
	push();
	translate(x, -heights.back + 2);
	noStroke();
	box(dark, -62, -16, 118, 102, 8, 8, 2, 2);
	box(middle, -66, -16, 118, 102, 8, 8, 2, 2);
	box(light, -66, -16, 118, 16, 8, 8, 0, 0);
	// The curtain of strips that boxes come through.
	for (let strip = 0; strip < 6; strip++)
		box(strip % 2 === 0 ? palette.rubber : palette.iron, 44, 2 + strip * 14, 9, 13, 0, 4, 4, 0);
	push();
	translate(-10, 46);
	scale(0.8);
	box('rgba(255, 250, 240, 0.9)', -32, -30, 64, 50, 5);
	box(palette.cardDark, -20, -16, 40, 26, 3);
	box(palette.card, -20, -16, 40, 9, 3);
	pop();
	pop();
}
