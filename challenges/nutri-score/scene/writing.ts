/** Writing that fits its place. */
import { text, textSize, textWidth } from 'braise/draw';

export const MONO = "'Atkinson Hyperlegible Mono Variable', ui-monospace, monospace";
export const SANS = "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif";

/** As large as `size`, or smaller where there is less room. */
export function fitted(words: string, x: number, y: number, size: number, room: number): void {
	textSize(size);
	const wide = textWidth(words);
	if (wide > room) textSize((size * room) / wide);
	text(words, x, y);
}
