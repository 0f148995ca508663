/** Writes text as large as fits into a width. */
import { text, textSize, textWidth } from 'braise/draw';

const LEAST = 8;

/** Writes a line at (x, y). The text gets smaller if it is wider than `room`. */
export function drawFittedText(words: string, x: number, y: number, size: number, room: number): void {
	textSize(size);
	const wide = textWidth(words);
	if (wide > room) textSize(Math.max(LEAST, (size * room) / wide));
	text(words, x, y);
}
