/** Draws what is behind a street: sky, clouds, hills and a steeple. */
import { circle, fill, line, linearGradient, noStroke, rect, stroke, strokeWeight } from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawPaperPiece, drawPaperSheet, paperOffset } from '../paper.ts';
import type { Stage } from '../stage.ts';
import { streetHeights } from './street-plan.ts';

export function drawSky(palette: Palette, stage: Stage): void {
	const { width, height, far } = stage;
	noStroke();
	fill(linearGradient(0, 0, 0, height * 0.62, ...palette.sky));
	rect(-200, -200, width + 400, height + 400);
	const x = width * (palette.hour === 'day' ? 0.6 : 0.52);
	const y = height * (palette.hour === 'dusk' ? 0.36 : 0.2);
	for (const [size, opacity] of [
		[150, 70],
		[104, 110]
	] as const) {
		fill(palette.halo, opacity);
		circle(x, y, size * far);
	}
	fill(palette.sun);
	circle(x, y, 62 * far);
	if (palette.hour === 'night') {
		fill('rgba(255, 250, 230, 0.8)');
		for (let index = 0; index < 60; index++) {
			circle(
				(paperOffset(index, 3) + 1) * 0.5 * width,
				(paperOffset(5, index) + 1) * 0.22 * height,
				0.9 + Math.abs(paperOffset(index, index))
			);
		}
	}
}

export function drawClouds(palette: Palette, streetWidth: number, top: number): void {
	if (palette.hour !== 'day') return;
	for (const [x, y, size] of [
		[0.14, 0.2, 1.1],
		[0.46, 0.08, 0.8],
		[0.83, 0.16, 1]
	] as const) {
		const left = x * streetWidth;
		const cloudBase = top + 60 + y * 200;
		const points: number[] = [left - 60 * size, cloudBase];
		for (let index = 0; index <= 12; index++) {
			const part = index / 12;
			const bumpHeight = Math.abs(Math.sin(part * Math.PI * 3)) * 10 + Math.sin(part * Math.PI) * 18;
			points.push(left + (part * 120 - 60) * size, cloudBase - bumpHeight * size);
		}
		points.push(left + 60 * size, cloudBase);
		drawPaperSheet('#fff8ea', 'rgba(150, 100, 50, 0.14)', points, 4, 0.3);
	}
}

export function drawDistantHills(palette: Palette, streetWidth: number): void {
	const base = -streetHeights.pavement;
	const farHillPoints: number[] = [-20, base];
	const nearHillPoints: number[] = [-20, base];
	for (let x = -20; x <= streetWidth + 40; x += 24) {
		farHillPoints.push(x, base - 196 - Math.sin(x / 130) * 26 - Math.sin(x / 47) * 7);
		nearHillPoints.push(x, base - 158 - Math.sin(x / 170 + 2) * 30 - Math.sin(x / 41) * 6);
	}
	drawPaperSheet(palette.far, palette.shade, [...farHillPoints, streetWidth + 40, base], 3, 0.5);
	// Draws the steeple.
	const x = 432;
	const steepleTop = base - 318;
	drawPaperSheet(
		palette.steeple,
		palette.shade,
		[x - 15, base, x - 15, steepleTop + 74, x, steepleTop, x + 15, steepleTop + 74, x + 15, base],
		3
	);
	drawPaperPiece('rgba(0, 0, 0, 0.12)', [x, steepleTop, x + 15, steepleTop + 74, x + 15, base, x, base]);
	drawRoundedBox(palette.hour === 'day' ? '#8d755a' : palette.lit, x - 4, steepleTop + 86, 8, 16, 4, 4, 0, 0);
	stroke(palette.steeple);
	strokeWeight(2);
	line(x, steepleTop + 2, x, steepleTop - 12);
	line(x - 5, steepleTop - 7, x + 5, steepleTop - 7);
	drawPaperSheet(palette.hill, palette.shade, [...nearHillPoints, streetWidth + 40, base], 3, 0.5);
}
