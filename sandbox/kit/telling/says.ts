/** Draws a person's words in a bubble, above and to the left of the person. */
import {
	fill,
	noStroke,
	pop,
	push,
	scale,
	text,
	textAlign,
	textLines,
	textSize,
	textStyle,
	textWidth,
	translate
} from 'braise/draw';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentPalette, type Place } from '../stage.ts';

export type Tone = 'right' | 'wrong' | 'odd';

interface SpeechPlan {
	/** Colour of the words: green, red, or neither. */
	tone?: Tone;
	/** A second line, in a quieter colour. */
	aside?: string | undefined;
	/** How far the bubble has appeared, from 0 to 1. */
	grown?: number;
	/** Upper limit of the bubble's top edge, as y in pixels. */
	top?: number;
	/** The x that the bubble stays right of. */
	left?: number;
}

export function speechColours(tone: Tone): [paper: string, ink: string] {
	const { redWash, red, greenWash, green, paper, ink } = currentPalette();
	if (tone === 'odd') return [paper, ink];
	return tone === 'right' ? [greenWash, green] : [redWash, red];
}

/** Draws the words of the person who stands at `place`. */
export function says(
	place: Place,
	words: string,
	{ tone = 'odd', aside, grown = 1, top = 112, left = 6 }: SpeechPlan = {}
): void {
	const x = place.x - 24 * place.size;
	const y = place.y - 206 * place.size;
	const size = Math.max(15.5, 17 * Math.min(1.1, place.size));
	const padding = size * 0.85;
	const maxLineWidth = Math.max(90, Math.min(size * 15, x - left - 14 - padding * 2));
	textStyle('bold');
	textSize(size);
	const lines = textLines(words, maxLineWidth);
	let widestLine = Math.max(...lines.map((line) => textWidth(line)));
	textStyle('normal');
	textSize(size * 0.84);
	const asideLines = aside === undefined ? [] : textLines(aside, maxLineWidth);
	// The words are measured even before they are shown, so that the frame in which they appear takes less time.
	if (grown <= 0) return;
	widestLine = Math.max(widestLine, ...asideLines.map((line) => textWidth(line)));
	const bubbleHeight = lines.length * size * 1.22 + asideLines.length * size * 1.08 + padding * 1.5;
	const bubbleWidth = widestLine + padding * 2;
	const right = x - 8;
	const bubbleTop = Math.max(top, y - bubbleHeight - size * 2.2);
	push();
	translate(x, y);
	scale(0.6 + 0.4 * grown);
	translate(-x, -y);
	const [paper, ink] = speechColours(tone);
	const tailOutline = [
		right - size * 2.6,
		bubbleTop + bubbleHeight - 4,
		right - size * 0.9,
		bubbleTop + bubbleHeight - 4,
		x + 2,
		Math.max(y, bubbleTop + bubbleHeight + size * 0.7)
	];
	drawRoundedBox('rgba(50, 25, 5, 0.2)', right - bubbleWidth + 2, bubbleTop + 5, bubbleWidth, bubbleHeight, size * 0.9);
	drawPaperPiece(
		'rgba(50, 25, 5, 0.2)',
		tailOutline.map((value, index) => value + (index % 2 === 0 ? 2 : 5))
	);
	drawPaperPiece(paper, tailOutline);
	drawRoundedBox(paper, right - bubbleWidth, bubbleTop, bubbleWidth, bubbleHeight, size * 0.9);
	noStroke();
	textAlign('left', 'alphabetic');
	textStyle('bold');
	textSize(size);
	fill(ink);
	lines.forEach((line, index) =>
		text(line, right - bubbleWidth + padding, bubbleTop + padding * 0.7 + size * (0.92 + index * 1.22))
	);
	textStyle('normal');
	textSize(size * 0.84);
	fill(currentPalette().ink);
	asideLines.forEach((line, index) =>
		text(
			line,
			right - bubbleWidth + padding,
			bubbleTop + padding * 0.7 + size * (lines.length * 1.22 + 0.76 + index * 1.08)
		)
	);
	pop();
}
