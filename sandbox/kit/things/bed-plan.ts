import {
	circle,
	fill,
	line,
	noStroke,
	stroke,
	strokeWeight,
	textAlign,
	textStyle,
	ellipse,
	pop,
	push,
	scale,
	translate
} from 'braise/draw';
import { drawVerdictMark } from '../telling/marks.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentPalette } from '../stage.ts';
import { drawFittedText } from '../telling/writing.ts';
import { wardColoursAt, type BedLamp } from '../ward-colours.ts';
import type { PatientState } from '../people/pillow-head.ts';

interface BedChart {
	shows: string;
	verdict?: 'right' | 'wrong' | undefined;
}

interface PatientTrend {
	values: readonly number[];
	/** The lowest value whose bar is orange, and the lowest value whose bar is red. */
	warns: readonly [orange: number, red: number];
	rises: boolean;
	isWrong: boolean;
}

export function drawBedNumber(number: number): void {
	drawRoundedBox(wardColoursAt(currentPalette().hour).woodDark, -55, -30, 34, 28, 5);
	noStroke();
	fill('#fffaf0');
	textAlign('center', 'alphabetic');
	textStyle('bold');
	drawFittedText(String(number), -38, -7, 25, 30);
}

export function drawBedChart({ shows, verdict }: BedChart): void {
	const { shade, paper } = wardColoursAt(currentPalette().hour);
	const { ink, red, redWash, greenWash } = currentPalette();
	drawRoundedBox(shade, -30, 139, 70, 62, 4);
	drawRoundedBox(ink, -15, 131, 30, 13, 4);
	drawRoundedBox(verdict === undefined ? paper : verdict === 'right' ? greenWash : redWash, -35, 137, 70, 60, 4);
	drawRoundedBox('#8d949c', -13, 133, 26, 10, 3);
	noStroke();
	fill(verdict === 'wrong' ? red : ink);
	textAlign('center', 'alphabetic');
	textStyle('bold');
	drawFittedText(shows, 0, 187, 44, 62);
	if (verdict !== undefined) drawVerdictMark(verdict === 'right', 38, 194, 15);
}

export function drawBedNote(): void {
	drawRoundedBox(wardColoursAt(currentPalette().hour).shade, -57, 102, 36, 34, 2);
	drawRoundedBox('#ffd95e', -60, 99, 36, 34, 2);
	[26, 22, 12].forEach((wide, row) => drawRoundedBox('#6b5312', -55, 106 + row * 8, wide, 3, 1.5));
}

export function drawPatientTrend({ values, warns, rises, isWrong }: PatientTrend): void {
	const { lamps } = wardColoursAt(currentPalette().hour);
	const [orange, red] = warns;
	drawRoundedBox('rgba(255, 250, 240, 0.92)', -44, 88, 62, 38, 4);
	values.forEach((value, index) => {
		const barHeight = 3 + Math.min(2 * orange, Math.max(0, value)) * (14.5 / orange);
		const barColour = value >= red ? lamps.alarm : value >= orange ? lamps.call : '#5b6b7d';
		drawRoundedBox(barColour, -40 + index * 11.5, 123 - barHeight, 8.5, barHeight, 1.5);
	});
	if (!rises && !isWrong) return;
	noStroke();
	fill(isWrong ? currentPalette().red : lamps.measure);
	circle(34, 106, 36);
	stroke('#ffffff');
	strokeWeight(4.6);
	if (rises) {
		line(26, 114, 42, 98);
		line(42, 98, 31, 98);
		line(42, 98, 42, 109);
	}
	if (isWrong) line(24, 98, 44, 116);
}

type BedHeatOrCold = 'hot' | 'cold';

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

export interface BedPlan {
	/** Number of one of ten heads. */
	who?: number;
	rest?: PatientState;
	/** Breaths and heartbeats per minute; null while the clip is not on the finger. */
	breaths?: number;
	pulse?: number | null;
	hasFever?: boolean;
	hasOxygen?: boolean;
	/** How long the patient has been left alone, from 0 to 1. The bed turns grey accordingly. */
	waits?: number;
	number?: number;
	lamp?: BedLamp;
	/** True when somebody has come, so that the lamp no longer flashes. */
	isAnswered?: boolean;
	isLit?: boolean;
	dreams?: boolean;
	chart?: BedChart;
	trend?: PatientTrend | undefined;
	hasNote?: boolean;
	weather?: BedHeatOrCold | undefined;
}

export const CALM_PULSE_PER_MINUTE = 70;
