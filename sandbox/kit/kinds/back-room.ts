/** The wall and the floor behind a scene without code. */
import { stroke, strokeWeight, line } from 'braise/draw';
import { box, sheet, waver } from '../paper.ts';
import { palette, stage, type Area } from '../stage.ts';

/** Draws a painted wall with a wainscot, and a floor that begins at `floor`. */
export function backRoom(floor: number): void {
	const { hour, walls, shade, kerb, pavement, near } = palette();
	const { width, height } = stage();
	const wall = walls[2] ?? '';
	const rail = floor - Math.min(120, height * 0.22);
	box(wall, 0, 0, width, floor + 2);
	// Stripes of wallpaper, hardly darker than the wall.
	for (let x = 0; x < width; x += 44)
		box(hour === 'day' ? 'rgba(190, 150, 90, 0.09)' : 'rgba(0, 0, 0, 0.08)', x, 0, 22, rail);
	box(pavement, 0, rail, width, floor - rail);
	stroke('rgba(0, 0, 0, 0.08)');
	strokeWeight(1.5);
	for (let x = 20; x < width; x += 58) line(x, rail + 8, x, floor);
	sheet(kerb, shade, [-10, rail - 6, width + 10, rail - 6, width + 10, rail + 3, -10, rail + 3], 3, 0);
	box(near, 0, floor, width, height - floor);
	stroke('rgba(0, 0, 0, 0.1)');
	strokeWeight(1.2);
	for (let x = -40; x < width + 40; x += 74) line(x + 30, floor, x, height);
	for (let y = floor + 14; y < height; y += 24) line(0, y, width, y);
	sheet(kerb, shade, [-10, floor - 8, width + 10, floor - 8, width + 10, floor, -10, floor], 2, 0);
}

/** Draws a sheet of paper that is pinned to the wall. */
export function pinnedSheet({ x, y, width, height }: Area): void {
	const { paper, shade } = palette();
	const [right, low] = [x + width, y + height];
	sheet(paper, shade, [x, y, right, y, right, low, x, low], 6, 1.2);
	for (let index = 0; index < 40; index++) {
		const at = x + (waver(index, 7) + 1) * 0.5 * (width - 4);
		box('rgba(120, 80, 30, 0.05)', at, y + (waver(3, index) + 1) * 0.5 * (height - 4), 3, 1.4);
	}
	box('rgba(200, 165, 110, 0.9)', x + width / 2 - 32, y - 6, 64, 13);
}
