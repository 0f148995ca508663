/** Draws a speech bubble on a map, with the speaker's name: above the place, or below without room. */
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
	const pad = size * 0.75;
	textSize(size);
	textStyle('normal');
	const lines = textLines(words, Math.min(width - 40, size * 15));
	// Words are measured before they are shown, so that the frame in which they appear has less to do.
	if (grown <= 0) return;
	const wide = Math.max(...lines.map((each) => textWidth(each)), textWidth(who) * 1.1) + pad * 2;
	const high = (lines.length + 1) * size * 1.24 + pad * 1.2;
	const gap = 26 * place.size + 12;
	const [x, y] = [Math.max(0, Math.min(width, place.x)), Math.max(top + 20, Math.min(height - 30, place.y))];
	const isAbove = y - gap - high > top + 4;
	// In a low picture the bubble covers its place, so that it is not cut off.
	const upper = Math.min(height - high - 6, isAbove ? y - gap - high : y + gap) + (1 - grown) * 10;
	const left = Math.max(8, Math.min(width - wide - 8, x - wide / 2));
	const foot = isAbove ? upper + high : upper;
	const root = Math.max(left + 16, Math.min(left + wide - 16, x));
	const [edge, tip] = isAbove ? [foot - 3, foot + gap * 0.5] : [foot + 3, foot - gap * 0.5];
	const [paper, ink] = speechColours(tone);
	drawRoundedBox('rgba(50, 25, 5, 0.26)', left + 2, upper + 5, wide, high, 12);
	drawPaperPiece(paper, [root - 9, edge, root + 9, edge, x, tip]);
	drawRoundedBox(paper, left, upper, wide, high, 12);
	noStroke();
	textAlign('left', 'alphabetic');
	textStyle('bold');
	textSize(size);
	fill(ink);
	text(who, left + pad, upper + pad * 0.6 + size);
	textStyle('normal');
	fill(currentPalette().ink);
	lines.forEach((each, index) => text(each, left + pad, upper + pad * 0.6 + size * (2.24 + index * 1.24)));
}
