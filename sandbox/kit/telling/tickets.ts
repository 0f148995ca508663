import {
	beginShape,
	bezierVertex,
	endShape,
	fill,
	noFill,
	noStroke,
	pop,
	push,
	rotate,
	stroke,
	strokeWeight,
	textAlign,
	textSize,
	textStyle,
	textWidth,
	translate,
	vertex,
	drawingContext,
	line
} from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentMoment, currentPalette, stage } from '../stage.ts';
import { drawFittedText } from './writing.ts';
import { mark, grade } from './marks.ts';

interface TicketCard {
	title: string;
	value: string;
	/** Words under the value; `short` replaces a `note` that does not fit. */
	note: string;
	short?: string | undefined;
	right: boolean;
	/** True when the value is a letter from A to E, which is drawn in its colour. */
	isGrade?: boolean;
}

function drawTicket(palette: Palette, card: TicketCard, wide: number, high: number, isCurrent: boolean): void {
	const { title, value, note, short, right, isGrade } = card;
	const left = -wide / 2;
	const tornEdge: number[] = [];
	const toothCount = Math.round(wide / 9);
	for (let tooth = 0; tooth <= toothCount; tooth++)
		tornEdge.push(-left - (wide * tooth) / toothCount, high - (tooth % 2 === 0 ? 0 : 4));
	const ticketOutline = [left, 0, -left, 0, ...tornEdge];
	drawPaperPiece(
		'rgba(50, 25, 5, 0.22)',
		ticketOutline.map((value, index) => value + (index % 2 === 0 ? 2 : 4))
	);
	drawPaperPiece(right ? palette.paper : palette.redWash, ticketOutline);
	if (isCurrent) drawRoundedBox(palette.ember, left, 0, wide, 5);
	noStroke();
	textAlign('center', 'alphabetic');
	const textWidthLimit = wide - 10;
	fill(palette.quiet);
	textStyle('normal');
	const size = Math.min(17, wide * 0.2 + 2);
	drawFittedText(title, 0, 21, size, textWidthLimit);
	textStyle('bold');
	fill(right ? palette.ink : palette.red);
	if (isGrade === true) grade(value, 0, 39, 29, { square: true });
	else drawFittedText(value, 0, 45, Math.min(24, wide * 0.3), textWidthLimit);
	textAlign('center', 'alphabetic');
	textStyle('normal');
	fill(right ? palette.green : palette.ink);
	textSize(13);
	drawFittedText(short === undefined || textWidth(note) <= textWidthLimit ? note : short, 0, 64, 14, textWidthLimit);
	// The mark stands at the lower right corner of the card, where no words are.
	mark(right, -left - 5, high + 2);
	// Draws the peg that holds the card.
	drawRoundedBox('#b88a55', -3, -9, 6, 17, 2);
	drawRoundedBox('#8f683c', -3, -2, 6, 2.5);
}

/**
 * Step in radians, too small to be seen at the edge of a card. Cards swing in such steps, because letters at a new angle are slow
 * to draw.
 */
const SWING_ANGLE_STEP = 0.004;
const roundSwingAngle = (angle: number): number => Math.round(angle / SWING_ANGLE_STEP) * SWING_ANGLE_STEP;

export function tickets(cards: readonly TicketCard[], current: number): void {
	const colours = currentPalette();
	const { width, narrow } = stage();
	const { time, still } = currentMoment();
	const sway = still ? 0 : Math.sin(time * 1.3) * 0.02;
	const cardWidth = Math.min(narrow ? 92 : 128, (width - 24) / cards.length - 8);
	const cardDistance = Math.min(cardWidth + (narrow ? 9 : 20), (width - 16) / cards.length);
	const rightmostMiddle = width - (cardDistance * cards.length) / 2 - 6;
	const left = narrow
		? width / 2
		: Math.min(rightmostMiddle, Math.max((cardDistance * cards.length) / 2 + 28, width * 0.42));
	const lineHeightAt = (x: number) => 11 + 13 * (1 - ((x - width / 2) / (width / 2)) ** 2);
	noFill();
	stroke(colours.hour === 'day' ? '#7b654a' : '#c9b6a0');
	strokeWeight(2);
	beginShape();
	vertex(-6, 10);
	bezierVertex(width * 0.34, 29, width * 0.66, 29, width + 6, 10);
	endShape();
	cards.forEach((card, index) => {
		const x = left + (index - (cards.length - 1) / 2) * cardDistance;
		push();
		translate(x, lineHeightAt(x));
		rotate(roundSwingAngle(sway * Math.sin(index * 1.9 + 1) + Math.sin(index * 5.1) * 0.012));
		drawTicket(colours, card, cardWidth, 74, index === current);
		pop();
	});
}

interface ReceiptPlan {
	title: string;
	/** The lines. `wrong` is the right amount, present only when the printed amount is wrong. */
	rows: readonly { words: string; amount: string; wrong?: string | undefined }[];
	total?: { words: string; amount: string };
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
