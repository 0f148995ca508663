/** Draws signs over a bed: letters z for sleep, steam and an egg for heat, snow and a penguin for cold. */
import { circle, ellipse, fill, line, noStroke, pop, push, scale, stroke, strokeWeight, translate } from 'braise/draw';
import { drawPaperPiece } from '../paper.ts';
import { currentPalette } from '../stage.ts';
import { wardColoursAt } from '../ward-colours.ts';

export type BedHeatOrCold = 'hot' | 'cold';

/** Corners of a bold letter z of height 1, with the middle of its lower edge at (0, 0). */
const LETTER_Z_OUTLINE = [
	[-0.23, -0.5],
	[0.23, -0.5],
	[0.23, -0.38],
	[-0.05, -0.12],
	[0.23, -0.12],
	[0.23, 0],
	[-0.23, 0],
	[-0.23, -0.12],
	[0.05, -0.38],
	[-0.23, -0.38]
] as const;

/**
 * Draws the letters z of a patient who sleeps. They are shapes and not text, because text that grows needs a new font in every
 * frame, which takes three times as long.
 */
export function drawSleepLetters(seconds: number, who: number): void {
	for (const turn of [0, 0.5]) {
		const part = (seconds * 0.22 + who * 0.37 + turn) % 1;
		const [x, y, size] = [30 + Math.sin(part * 7) * 5, 22 - part * 40, 16 + part * 12];
		drawPaperPiece(
			`rgba(${wardColoursAt(currentPalette().hour).sleep}, ${Math.sin(part * Math.PI) * 0.75})`,
			LETTER_Z_OUTLINE.flatMap(([right, down]) => [x + right * size, y + down * size])
		);
	}
}

/** Draws impossible weather at a bed: heat with steam and an egg, or cold with snow and a penguin. */
export function drawBedHeatOrCold(weather: BedHeatOrCold, seconds: number): void {
	if (weather === 'hot') {
		drawBedSteam(seconds);
		drawEgg();
		return;
	}
	drawSnow(seconds);
	drawIcicles();
	drawPenguin(seconds);
}

function drawBedSteam(seconds: number): void {
	noStroke();
	for (let puff = 0; puff < 7; puff++) {
		const part = (seconds * 0.45 + puff / 7) % 1;
		const side = puff % 2 === 0 ? -1 : 1;
		fill(`rgba(255, 255, 255, ${0.8 * Math.sin(part * Math.PI)})`);
		circle(side * (22 + part * 20 + Math.sin(part * 9) * 4), 34 - part * 74, 12 + part * 22);
	}
}

function drawEgg(): void {
	noStroke();
	fill('#fffdf4');
	ellipse(0, 21, 36, 21);
	ellipse(-11, 25, 17, 13);
	ellipse(12, 17, 15, 12);
	fill('#f4a91f');
	ellipse(2, 20, 15, 12);
	fill('#ffd774');
	ellipse(-1, 18, 5, 4);
}

function drawSnow(seconds: number): void {
	noStroke();
	fill('rgba(255, 255, 255, 0.95)');
	for (let flake = 0; flake < 16; flake++) {
		const fall = (seconds * 0.16 + flake * 0.37) % 1;
		circle(-48 + ((flake * 41) % 96) + Math.sin(seconds + flake) * 4, -20 + fall * 190, 5 + (flake % 3));
	}
	// The snow on the blanket.
	ellipse(-24, 84, 46, 15);
	ellipse(20, 118, 54, 15);
}

function drawIcicles(): void {
	for (let index = 0; index < 9; index++) {
		const x = -46 + index * 11.5;
		const icicleLength = 16 + ((index * 7) % 17);
		drawPaperPiece('#bfe3f5', [x - 5, 0, x + 5, 0, x, icicleLength]);
		drawPaperPiece('rgba(255, 255, 255, 0.75)', [x - 3, 0, x, 0, x - 1, icicleLength * 0.7]);
	}
}

/** Draws a penguin on the blanket, which looks out of the picture. */
function drawPenguin(seconds: number): void {
	push();
	translate(8, 99 - Math.abs(Math.sin(seconds * 3)) * 5);
	scale(1.25);
	noStroke();
	fill('#f2992e');
	for (const x of [-8, 8]) ellipse(x, 22, 13, 6);
	fill('#232733');
	ellipse(0, 0, 36, 46);
	circle(0, -22, 26);
	fill('#fffaf0');
	ellipse(0, 4, 24, 34);
	for (const x of [-5, 5]) ellipse(x, -22, 10, 12);
	fill('#1b1d26');
	for (const x of [-4, 4]) circle(x, -22, 4);
	drawPaperPiece('#f2992e', [-5, -17, 5, -17, 0, -10]);
	stroke('#232733');
	strokeWeight(6);
	const wingOffset = 8 - Math.sin(seconds * 6) * 6;
	line(-16, -6, -24, wingOffset);
	line(16, -6, 24, wingOffset);
	pop();
}
