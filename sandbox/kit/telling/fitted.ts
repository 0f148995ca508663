/** Writes text as large as fits into a width. */
import { text, textSize, textWidth } from 'braise/draw';

const MIN_TEXT_PIXELS = 8;

/** Writes a line at (x, y). The text gets smaller if it is wider than `maxWidth`. */
export function drawFittedText(words: string, x: number, y: number, size: number, maxWidth: number): void {
	textSize(size);
	const wordsWidth = textWidth(words);
	if (wordsWidth > maxWidth) textSize(Math.max(MIN_TEXT_PIXELS, (size * maxWidth) / wordsWidth));
	text(words, x, y);
}
