/** Draws a speech bubble with the speaker's name on a map, above its place or, for lack of room, below. */
import { fill, noStroke, text, textAlign, textLines, textSize, textStyle, textWidth } from 'braise/draw';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentPalette, stage, type Place } from '../stage.ts';
import { speechColours, type Tone } from './says.ts';

interface BubblePlan {
	tone?: Tone | undefined;
	/** How far the bubble has appeared, from 0 to 1. */
	grown?: number;
	/** Upper limit of the bubble's top edge, as y in pixels. */
	top?: number;
}

/** Draws a bubble whose tail points at a place. */
export function bubble(place: Place, who: string, words: string, plan: BubblePlan = {}): void {
	const { tone = 'odd', grown = 1, top = 0 } = plan;
	const { width, height, narrow } = stage();
	const size = narrow ? 16 : 16.5;
	const padding = size * 0.75;
	textSize(size);
	textStyle('normal');
	const lines = textLines(words, Math.min(width - 40, size * 15));
	// The words are measured even before they are shown, so that the frame in which they appear takes less time.
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
