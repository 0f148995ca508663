/** Draws a round mark: a tick for right, a cross for wrong. */
import { circle, fill, line, noStroke, stroke, strokeWeight } from 'braise/draw';
import { currentPalette } from '../stage.ts';

export function mark(isRight: boolean, x: number, y: number, size = 21): void {
	const { green, red } = currentPalette();
	const scaledLength = (across: number): number => (across * size) / 21;
	noStroke();
	fill(isRight ? green : red);
	circle(x, y, size);
	stroke('#fffaf0');
	strokeWeight(scaledLength(2.6));
	if (isRight) {
		line(x - scaledLength(4.5), y, x - scaledLength(1.2), y + scaledLength(3.8));
		line(x - scaledLength(1.2), y + scaledLength(3.8), x + scaledLength(5), y - scaledLength(4));
	} else {
		line(x - scaledLength(3.8), y - scaledLength(3.8), x + scaledLength(3.8), y + scaledLength(3.8));
		line(x + scaledLength(3.8), y - scaledLength(3.8), x - scaledLength(3.8), y + scaledLength(3.8));
	}
	noStroke();
}
