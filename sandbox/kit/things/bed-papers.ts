/** Draws a bed's papers: its number, the chart at its foot, a slip, and values as bars. */
import { circle, fill, line, noStroke, stroke, strokeWeight, textAlign, textStyle } from 'braise/draw';
import { drawVerdictMark } from '../kinds/verdict-marks.ts';
import { drawRoundedBox } from '../paper.ts';
import { currentPalette } from '../stage.ts';
import { drawFittedText } from '../telling/fitted.ts';
import { wardColoursAt } from '../ward-colours.ts';

export interface BedChart {
	shows: string;
	/** The mark on the chart; absent when the chart has no mark. */
	verdict?: 'right' | 'wrong' | undefined;
}

export interface PatientTrend {
	values: readonly number[];
	/** The lowest value whose bar is orange, and the lowest value whose bar is red. */
	warns: readonly [orange: number, red: number];
	/** True when an arrow says that the values rise. */
	rises: boolean;
	/** True when the program was wrong to show the arrow, or to leave it out. */
	isWrong: boolean;
}

/** Writes a bed's number on its head end. */
export function drawBedNumber(number: number): void {
	drawRoundedBox(wardColoursAt(currentPalette().hour).woodDark, -55, -30, 34, 28, 5);
	noStroke();
	fill('#fffaf0');
	textAlign('center', 'alphabetic');
	textStyle('bold');
	drawFittedText(String(number), -38, -7, 25, 30);
}

/** Draws the chart that is clipped to the foot of the bed. */
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

/** Draws a slip of paper with lines of writing. */
export function drawBedNote(): void {
	drawRoundedBox(wardColoursAt(currentPalette().hour).shade, -57, 102, 36, 34, 2);
	drawRoundedBox('#ffd95e', -60, 99, 36, 34, 2);
	[26, 22, 12].forEach((wide, row) => drawRoundedBox('#6b5312', -55, 106 + row * 8, wide, 3, 1.5));
}

/** Draws the values as small bars, with an arrow if they are said to rise. */
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
