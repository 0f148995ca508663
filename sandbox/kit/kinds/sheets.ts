import { fill, noStroke, textAlign, textStyle } from 'braise/draw';
import { drawRoundedBox, drawPaperSheet, paperOffset } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawFittedText, numberText } from '../telling/writing.ts';
import type { LineTotal } from './line-story.ts';
import { drawVerdictMark, WRONG_INK_COLOUR } from '../telling/marks.ts';

export function drawPinnedSheet({ x, y, width, height }: Area): void {
	const { paper, shade } = currentPalette();
	const [right, low] = [x + width, y + height];
	drawPaperSheet(paper, shade, [x, y, right, y, right, low, x, low], 6, 1.2);
	for (let index = 0; index < 40; index++) {
		const at = x + (paperOffset(index, 7) + 1) * 0.5 * (width - 4);
		drawRoundedBox('rgba(120, 80, 30, 0.05)', at, y + (paperOffset(3, index) + 1) * 0.5 * (height - 4), 3, 1.4);
	}
	drawRoundedBox('rgba(200, 165, 110, 0.9)', x + width / 2 - 32, y - 6, 64, 13);
}

export function drawTotalCard({ x, y, width, height }: Area, title: string, total: LineTotal, language: string): void {
	const { paper, redWash, shade, quiet, ink } = currentPalette();
	const isRight = total.verdict === 'right';
	const tornEdge: number[] = [];
	for (let tooth = 0; tooth <= 12; tooth++)
		tornEdge.push(x + width - (tooth % 2 === 0 ? 0 : 4), y + (height * tooth) / 12);
	drawPaperSheet(isRight ? paper : redWash, shade, [x, y, ...tornEdge, x, y + height], 4, 0.4);
	const padding = height * 0.2;
	const textRoom = width - padding * 3 - height * 0.5;
	noStroke();
	textAlign('left', 'alphabetic');
	textStyle('normal');
	fill(quiet);
	drawFittedText(title, x + padding, y + height * 0.38, Math.min(15, height * 0.32), textRoom);
	textStyle('bold');
	fill(isRight ? ink : WRONG_INK_COLOUR);
	const correction = isRight ? '' : `  ≠ ${numberText(total.right, language)}`;
	drawFittedText(
		`${total.answer.shown}${correction}`,
		x + padding,
		y + height * 0.82,
		Math.min(22, height * 0.42),
		textRoom
	);
	drawVerdictMark(isRight, x + width - height * 0.42, y + height / 2, height * 0.24);
}
