/** The number on a bed's head end. */
import { fill, noStroke, text, textAlign, textSize, textStyle } from 'braise/draw';
import type { Palette } from './palette';
import { box } from './paper';

export function plate(palette: Palette, number: number): void {
	box(palette.woodDark, -55, -30, 34, 28, 5);
	noStroke();
	fill('#fffaf0');
	textAlign('center', 'alphabetic');
	textStyle('bold');
	textSize(25);
	text(String(number), -38, -7);
}

/** A worry, written on a slip and stuck to the bed. */
export function note(palette: Palette): void {
	box(palette.shade, -57, 102, 36, 34, 2);
	box('#ffd95e', -60, 99, 36, 34, 2);
	for (const [y, wide] of [
		[106, 26],
		[114, 22],
		[122, 12]
	] as const) {
		box('#6b5312', -55, y, wide, 3, 1.5);
	}
}
