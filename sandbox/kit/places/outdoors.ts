import { drawingContext, line, stroke, strokeWeight, circle, fill, linearGradient, noStroke, rect } from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawPaperSheet, paperOffset, drawPaperPiece } from '../paper.ts';
import { type Stage, currentMoment, currentPalette, stage } from '../stage.ts';
import { parkingBayPositions, streetHeights } from './street-plan.ts';

export function drawStreetGround(palette: Palette, stage: Stage): void {
	const groundWidth = stage.width / stage.far + 20;
	drawRoundedBox(palette.pavement, -10, -streetHeights.pavement - 2, groundWidth, streetHeights.pavement + 2);
	stroke('rgba(0, 0, 0, 0.07)');
	strokeWeight(1);
	for (let x = 0; x < groundWidth; x += 34) line(x, -streetHeights.pavement, x - 12, -streetHeights.kerb);
	drawPaperSheet(
		palette.kerb,
		palette.shade,
		[
			-10,
			-streetHeights.kerb - 4,
			groundWidth,
			-streetHeights.kerb - 4,
			groundWidth,
			-streetHeights.kerb + 3,
			-10,
			-streetHeights.kerb + 3
		],
		1,
		0
	);
	drawRoundedBox(palette.road, -10, -streetHeights.kerb + 3, groundWidth, streetHeights.kerb);
	for (let index = 0; index < 110; index++) {
		const x = (paperOffset(index, 1) + 1) * 0.5 * groundWidth;
		const y = -streetHeights.near - (paperOffset(2, index) + 1) * 0.5 * (streetHeights.kerb - streetHeights.near - 6);
		drawRoundedBox(index % 2 === 0 ? 'rgba(255, 255, 255, 0.06)' : 'rgba(0, 0, 0, 0.06)', x, y, 3 + (index % 4), 1.6);
	}
	// The parking bays, each with a P.
	stroke(palette.marking);
	strokeWeight(3);
	for (const x of parkingBayPositions(stage)) {
		line(x - 78, -streetHeights.kerb + 8, x - 84, -streetHeights.bay + 12);
		line(x + 78, -streetHeights.kerb + 8, x + 84, -streetHeights.bay + 12);
	}
	line(-10, -streetHeights.bay + 14, groundWidth, -streetHeights.bay + 14);
	strokeWeight(2.5);
	for (let x = 8; x < groundWidth; x += 56) line(x, -streetHeights.near - 12, x + 28, -streetHeights.near - 12);
	drawPaperSheet(
		palette.kerb,
		palette.shade,
		[
			-10,
			-streetHeights.near,
			groundWidth,
			-streetHeights.near,
			groundWidth,
			-streetHeights.near + 9,
			-10,
			-streetHeights.near + 9
		],
		3,
		0
	);
	drawRoundedBox(palette.near, -10, -streetHeights.near + 9, groundWidth, streetHeights.near);
	stroke('rgba(0, 0, 0, 0.08)');
	strokeWeight(1.2);
	line(-10, -24, groundWidth, -24);
	for (let x = 0; x < groundWidth; x += 52) {
		line(x, -streetHeights.near + 9, x - 14, -24);
		line(x + 12, -24, x - 8, 4);
	}
}

export function drawPaperGrain({ width, height }: Stage): void {
	const context = drawingContext;
	for (const [colour, from] of [
		['rgba(255, 255, 255, 0.07)', 1],
		['rgba(60, 30, 0, 0.06)', 2]
	] as const) {
		context.fillStyle = colour;
		context.beginPath();
		for (let index = 0; index < 500; index++) {
			const x = (paperOffset(index, from) + 1) * 0.5 * width;
			const y = (paperOffset(from, index) + 1) * 0.5 * height;
			context.rect(x, y, 1.6, 1.6);
		}
		context.fill();
	}
}

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

/** Draws the dark, with moon and stars below a strip of the given height. `darkness` goes from 0, full day, to 1, full night. */
export function nightfall(darkness: number, stripHeight = 0): void {
	if (darkness <= 0) return;
	const { width, height } = stage();
	const { time, still } = currentMoment();
	noStroke();
	drawingContext.globalAlpha = (currentPalette().hour === 'day' ? 0.62 : 0.4) * Math.min(1, darkness);
	fill('#141a3c');
	// The dark sheet reaches far beyond the stage, because a picture with other proportions shows more than the stage.
	rect(-500, -500, width + 1000, height + 1000);
	drawingContext.globalAlpha = Math.min(1, darkness);
	drawMoon(width - 44, stripHeight + 40, 22);
	fill('#f6eecb');
	for (let star = 0; star < 34; star++) {
		const twinkle = still ? 0 : Math.sin(time * 2 + star * 1.9);
		const [across, down] = [(star * 0.618034) % 1, (star * 0.754878) % 1];
		circle(across * width, stripHeight + 10 + down * (height - stripHeight) * 0.9, 2 + twinkle * 0.7);
	}
	drawingContext.globalAlpha = 1;
}

function drawMoon(x: number, y: number, radius: number): void {
	const angles = Array.from({ length: 25 }, (_, index) => Math.PI * (0.2 + index / 24));
	const [east, south] = [Math.cos(Math.PI * 0.7), Math.sin(Math.PI * 0.7)];
	const outerEdge = angles.flatMap((turn) => [x + Math.cos(turn) * radius, y + Math.sin(turn) * radius]);
	const innerEdge = [...angles].reverse().flatMap((turn) => {
		const [across, down] = [Math.cos(turn) * radius, Math.sin(turn) * radius];
		const flat = 0.45 * (across * east + down * south);
		return [x + across - flat * east, y + down - flat * south];
	});
	drawPaperPiece('#f6eecb', [...outerEdge, ...innerEdge]);
}
