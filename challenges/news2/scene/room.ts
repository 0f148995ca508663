/** What does not move: wall, windows, floor, moonlight. Painted once. */
import { circle, drawingContext, fill, linearGradient, noStroke, rect } from 'braise/draw';
import { desk } from './desk';
import type { Layout } from './layout';
import type { Palette } from './palette';
import { box, chance, piece } from './paper';
import { plant } from './plant';

/** The window over each bed of the first row: place and size. */
export function windowsOf({ column, wall }: Layout) {
	const wide = column * 0.72;
	const high = wall * 0.66;
	return [0, 1, 2, 3, 4].map((index) => ({ x: column * (index + 0.5) - wide / 2, y: wall * 0.1, wide, high }));
}

/** One sky behind all windows: the hill of Valcendre with its steeple, and the moon. */
function outside(palette: Palette, layout: Layout): void {
	const { width, wall } = layout;
	noStroke();
	fill(linearGradient(0, 0, 0, wall * 0.8, ...palette.sky));
	rect(0, 0, width, wall * 0.8);
	for (let star = 0; star < 46; star++) {
		fill(`rgba(255, 246, 220, ${0.35 + chance(star) * 0.5})`);
		circle(chance(star + 100) * width, chance(star + 200) * wall * 0.55, 0.8 + chance(star + 300) * 1.4);
	}
	const x = layout.column * 3.66;
	fill('rgba(255, 240, 200, 0.16)');
	circle(x, wall * 0.3, wall * 0.52);
	fill(palette.moon);
	circle(x, wall * 0.3, wall * 0.27);
	fill('rgba(190, 170, 120, 0.25)');
	circle(x - wall * 0.04, wall * 0.27, wall * 0.06);
	circle(x + wall * 0.05, wall * 0.33, wall * 0.04);
	const ground = wall * 0.82;
	const crest = (far: number) => {
		const points = [0, ground];
		for (let step = 0; step <= 40; step++) {
			const along = step / 40;
			const high = Math.sin(along * 5 + far * 2) * 0.07 + Math.sin(along * 13 + far) * 0.03 + (far === 0 ? 0.27 : 0.16);
			points.push(along * width, ground - wall * high);
		}
		return [...points, width, ground];
	};
	piece(palette.hill[0] ?? '', crest(0));
	const steeple = layout.column * 1.66;
	const foot = wall * 0.6;
	box(palette.hill[1] ?? '', steeple - 4, foot - wall * 0.13, 8, wall * 0.3);
	piece(palette.hill[1] ?? '', [
		steeple - 6,
		foot - wall * 0.12,
		steeple,
		foot - wall * 0.3,
		steeple + 6,
		foot - wall * 0.12
	]);
	piece(palette.hill[1] ?? '', crest(1));
	for (let light = 0; light < 9; light++) {
		box('#ffd98a', chance(light + 40) * width, wall * (0.66 + chance(light + 70) * 0.08), 2.2, 2.6);
	}
}

function frames(palette: Palette, layout: Layout): void {
	const openings = windowsOf(layout);
	drawingContext.save();
	drawingContext.beginPath();
	for (const { x, y, wide, high } of openings) drawingContext.rect(x, y, wide, high);
	drawingContext.clip();
	outside(palette, layout);
	drawingContext.restore();
	for (const { x, y, wide, high } of openings) {
		const bar = Math.max(3, wide * 0.045);
		box(palette.frame, x - bar, y - bar, wide + bar * 2, bar);
		box(palette.frame, x - bar, y, bar, high);
		box(palette.frame, x + wide, y, bar, high);
		box(palette.frame, x + wide / 2 - bar / 2, y, bar, high);
		box(palette.frame, x - bar * 2, y + high, wide + bar * 4, bar * 1.3, 2);
		box('rgba(0, 0, 0, 0.12)', x - bar * 2, y + high + bar * 1.3, wide + bar * 4, 2);
	}
}

/** The moon lies on the floor under each window. */
function moonlight(palette: Palette, layout: Layout): void {
	const { wall, height, column } = layout;
	noStroke();
	for (const { x, wide } of windowsOf(layout)) {
		const reach = wall + (height - wall) * 0.5;
		const slant = (x + wide / 2 - column * 3.5) * 0.22;
		fill(linearGradient(0, wall, 0, reach, `rgba(${palette.moonlight}, 0.34)`, `rgba(${palette.moonlight}, 0)`));
		drawingContext.beginPath();
		drawingContext.moveTo(x, wall);
		drawingContext.lineTo(x + wide, wall);
		drawingContext.lineTo(x + wide * 1.25 + slant, reach);
		drawingContext.lineTo(x - wide * 0.25 + slant, reach);
		drawingContext.closePath();
		drawingContext.fillStyle = linearGradient(
			0,
			wall,
			0,
			reach,
			`rgba(${palette.moonlight}, 0.3)`,
			`rgba(${palette.moonlight}, 0)`
		);
		drawingContext.fill();
	}
}

export function room(palette: Palette, layout: Layout): void {
	const { width, height, wall } = layout;
	box(palette.wall, 0, 0, width, wall);
	frames(palette, layout);
	box(palette.wallLow, 0, wall * 0.86, width, wall * 0.14);
	box(palette.rail, 0, wall * 0.84, width, Math.max(2.5, wall * 0.03));
	noStroke();
	fill(linearGradient(0, wall, 0, height, ...palette.floor));
	rect(0, wall, width, height - wall);
	const tile = layout.column / 2;
	for (let x = 0; x < width; x += tile) box(palette.seam, x, wall, 1.2, height - wall);
	for (let y = wall; y < height; y += tile) box(palette.seam, 0, y, width, 1.2);
	box(palette.shade, 0, wall, width, 3);
	moonlight(palette, layout);
	desk(palette, layout);
	plant(palette, layout);
}
