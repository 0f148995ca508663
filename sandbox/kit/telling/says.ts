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
import { currentPalette, type Place, stage } from '../stage.ts';

export type Tone = 'right' | 'wrong' | 'odd';

interface SpeechPlan {
	tone?: Tone;
	aside?: string | undefined;
	/** How far the bubble has appeared, from 0 to 1. */
	grown?: number;
	/** Upper limit of the bubble's top edge, as y in pixels. */
	top?: number;
	/** The x that the bubble stays right of. */
	left?: number;
}

function speechColours(tone: Tone): [paper: string, ink: string] {
	const { redWash, red, greenWash, green, paper, ink } = currentPalette();
	if (tone === 'odd') return [paper, ink];
	return tone === 'right' ? [greenWash, green] : [redWash, red];
}

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

interface BubblePlan {
	tone?: Tone | undefined;
	grown?: number;
	top?: number;
}

export function bubble(place: Place, who: string, words: string, plan: BubblePlan = {}): void {
	const { tone = 'odd', grown = 1, top = 0 } = plan;
	const { width, height, narrow } = stage();
	const size = narrow ? 16 : 16.5;
	const padding = size * 0.75;
	textSize(size);
	textStyle('normal');
	const lines = textLines(words, Math.min(width - 40, size * 15));
	if (grown <= 0) return;
	const bubbleWidth = Math.max(...lines.map((each) => textWidth(each)), textWidth(who) * 1.1) + padding * 2;
	const bubbleHeight = (lines.length + 1) * size * 1.24 + padding * 1.2;
	const tailLength = 26 * place.size + 12;
	const [x, y] = [Math.max(0, Math.min(width, place.x)), Math.max(top + 20, Math.min(height - 30, place.y))];
	const isAbove = y - tailLength - bubbleHeight > top + 4;
	// In a low picture, the bubble covers its place, because it would otherwise be cut off.
	const bubbleTop =
		Math.min(height - bubbleHeight - 6, isAbove ? y - tailLength - bubbleHeight : y + tailLength) + (1 - grown) * 10;
	const left = Math.max(8, Math.min(width - bubbleWidth - 8, x - bubbleWidth / 2));
	const tailEdge = isAbove ? bubbleTop + bubbleHeight : bubbleTop;
	const tailX = Math.max(left + 16, Math.min(left + bubbleWidth - 16, x));
	const [edge, tip] = isAbove
		? [tailEdge - 3, tailEdge + tailLength * 0.5]
		: [tailEdge + 3, tailEdge - tailLength * 0.5];
	const [paper, ink] = speechColours(tone);
	drawRoundedBox('rgba(50, 25, 5, 0.26)', left + 2, bubbleTop + 5, bubbleWidth, bubbleHeight, 12);
	drawPaperPiece(paper, [tailX - 9, edge, tailX + 9, edge, x, tip]);
	drawRoundedBox(paper, left, bubbleTop, bubbleWidth, bubbleHeight, 12);
	noStroke();
	textAlign('left', 'alphabetic');
	textStyle('bold');
	textSize(size);
	fill(ink);
	text(who, left + padding, bubbleTop + padding * 0.6 + size);
	textStyle('normal');
	fill(currentPalette().ink);
	lines.forEach((each, index) => text(each, left + padding, bubbleTop + padding * 0.6 + size * (2.24 + index * 1.24)));
}

interface RemarkPlan {
	tone?: Tone;
	aside?: string | undefined;
}

export function remark(x: number, y: number, words: string, { tone = 'odd', aside }: RemarkPlan = {}): void {
	const { width } = stage();
	const size = Math.max(16.5, Math.min(18, width / 38));
	const padding = size * 0.7;
	const maxLineWidth = Math.min(width - 24, size * 19) - padding * 2;
	textStyle('bold');
	textSize(size);
	const lines = textLines(words, maxLineWidth);
	let boxWidth = Math.max(...lines.map((each) => textWidth(each)));
	textStyle('normal');
	textSize(size * 0.9);
	const asideLines = aside === undefined ? [] : textLines(aside, maxLineWidth);
	boxWidth = Math.max(boxWidth, ...asideLines.map((each) => textWidth(each))) + padding * 2;
	const boxHeight = lines.length * size * 1.2 + asideLines.length * size * 1.12 + padding * 1.4;
	const left = Math.max(8, Math.min(width - 8 - boxWidth, x - boxWidth * 0.4));
	const top = Math.max(6, y - boxHeight - size * 0.8);
	const [paper, ink] = speechColours(tone);
	const tailX = Math.max(left + size, Math.min(left + boxWidth - size, x));
	const tailTop = top + boxHeight - 3;
	drawRoundedBox('rgba(20, 15, 10, 0.28)', left + 2, top + 4, boxWidth, boxHeight, size * 0.7);
	drawPaperPiece(paper, [tailX - size * 0.6, tailTop, tailX + size * 0.6, tailTop, x, y]);
	drawRoundedBox(paper, left, top, boxWidth, boxHeight, size * 0.7);
	let baseline = top + padding * 0.65 + size * 0.92;
	const writeRemarkLine = (each: string, pitch: number): void => {
		text(each, left + padding, baseline);
		baseline += size * pitch;
	};
	noStroke();
	textAlign('left', 'alphabetic');
	textStyle('bold');
	textSize(size);
	fill(ink);
	for (const each of lines) writeRemarkLine(each, 1.2);
	baseline -= size * 0.08;
	textStyle('normal');
	textSize(size * 0.9);
	fill(currentPalette().ink);
	for (const each of asideLines) writeRemarkLine(each, 1.12);
}
