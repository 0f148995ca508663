/** Draws a till's receipt: lines with their amounts, and a total below them. */
import {
	drawingContext,
	fill,
	line,
	noStroke,
	stroke,
	strokeWeight,
	textAlign,
	textStyle,
	textWidth
} from 'braise/draw';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentPalette } from '../stage.ts';
import { drawFittedText } from './fitted.ts';

interface ReceiptPlan {
	title: string;
	/** The lines. `wrong` is the right amount, present only when the printed amount is wrong. */
	rows: readonly { words: string; amount: string; wrong?: string | undefined }[];
	total?: { words: string; amount: string };
	/** The right total, present only when the printed total is wrong. */
	wrong?: string;
	/** How much of the receipt is printed, from 0 to 1. */
	printed?: number;
}

const RECEIPT_TEXT_SIZE = 15;
const RECEIPT_LINE_HEIGHT = 22;

/** Draws a receipt whose upper edge has its middle at (x, y). Returns the receipt's height. */
export function receipt(x: number, y: number, wide: number, plan: ReceiptPlan): number {
	const { title, rows, total, wrong, printed = 1 } = plan;
	const { paper, redWash, ink, quiet, red } = currentPalette();
	const lineCount = 1 + rows.length + (total === undefined ? 0 : 1.4) + (wrong === undefined ? 0 : 1);
	const fullHeight = lineCount * RECEIPT_LINE_HEIGHT + 30;
	const printedHeight = fullHeight * Math.min(1, Math.max(0, printed));
	if (printedHeight < 6) return 0;
	const left = x - wide / 2;
	const toothCount = Math.max(2, Math.round(wide / 10));
	const tornEdge = Array.from({ length: toothCount + 1 }, (_, tooth) => [
		left + wide - (wide * tooth) / toothCount,
		y + printedHeight - (tooth % 2 === 0 ? 0 : 5)
	]).flat();
	drawPaperPiece('rgba(50, 25, 5, 0.22)', [
		left + 3,
		y + 5,
		left + wide + 3,
		y + 5,
		...tornEdge.map((value, at) => value + (at % 2 === 0 ? 3 : 5))
	]);
	drawPaperPiece(wrong === undefined ? paper : redWash, [left, y, left + wide, y, ...tornEdge]);
	const context = drawingContext;
	context.save();
	context.beginPath();
	context.rect(left, y, wide, printedHeight - 5);
	context.clip();
	noStroke();
	let at = y + 24 - (fullHeight - printedHeight);
	const writeReceiptRow = (words: string, amount: string, colour: string, style: 'bold' | 'normal'): void => {
		textStyle(style);
		fill(colour);
		textAlign('right', 'alphabetic');
		drawFittedText(amount, left + wide - 12, at, RECEIPT_TEXT_SIZE, wide * 0.5);
		const wordsWidth = wide - 34 - textWidth(amount);
		textAlign('left', 'alphabetic');
		drawFittedText(words, left + 12, at, RECEIPT_TEXT_SIZE, wordsWidth);
		at += RECEIPT_LINE_HEIGHT;
	};
	writeReceiptRow(title, '', quiet, 'bold');
	for (const { words, amount, wrong } of rows) {
		if (wrong === undefined) writeReceiptRow(words, amount, ink, 'normal');
		else {
			drawRoundedBox(redWash, left + 6, at - RECEIPT_LINE_HEIGHT * 0.72, wide - 12, RECEIPT_LINE_HEIGHT, 3);
			writeReceiptRow(words, `✗ ${amount} ≠ ${wrong}`, red, 'bold');
		}
	}
	if (total !== undefined) {
		stroke(quiet);
		strokeWeight(1.2);
		line(left + 12, at - RECEIPT_LINE_HEIGHT * 0.5, left + wide - 12, at - RECEIPT_LINE_HEIGHT * 0.5);
		noStroke();
		at += RECEIPT_LINE_HEIGHT * 0.4;
		writeReceiptRow(total.words, total.amount, wrong === undefined ? ink : red, 'bold');
	}
	if (wrong !== undefined) writeReceiptRow(wrong, '', red, 'normal');
	context.restore();
	return printedHeight;
}
