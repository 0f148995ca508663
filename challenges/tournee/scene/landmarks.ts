/** What one knows a village by: its steeple, a lighthouse, a windmill, ponds. Each stands on y. */
import { circle, fill, noStroke, pop, push, rotate, translate } from 'braise/draw';
import type { Palette } from './palette';
import { box, piece } from './paper';

export function church(palette: Palette, x: number, y: number): void {
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

export const marks: Partial<Record<string, (palette: Palette, x: number, y: number) => void>> = {
	'Anse-Grise': (palette, x, y) => lighthouse(palette, x - 25, y + 9),
	'Cap-Loriot': (palette, x, y) => church(palette, x - 16, y + 3),
	'Bois-Hardi': (palette, x, y) => church(palette, x + 20, y - 1),
	Étanville: ponds,
	Montclair: (palette, x, y) => church(palette, x - 18, y + 1),
	Prémoulin: (palette, x, y) => windmill(palette, x + 24, y + 2),
	Fontsec: (palette, x, y) => church(palette, x + 18, y + 1)
};
