/** Draws a round mark: a tick for right, a cross for wrong. */
import { circle, fill, line, noStroke, stroke, strokeWeight } from 'braise/draw';
import { currentPalette } from '../stage.ts';

export function mark(isRight: boolean, x: number, y: number, size = 21): void {
	const { green, red } = currentPalette();
	const at = (across: number): number => (across * size) / 21;
	noStroke();
	fill(isRight ? green : red);
	circle(x, y, size);
	stroke('#fffaf0');
	strokeWeight(at(2.6));
	if (isRight) {
		line(x - at(4.5), y, x - at(1.2), y + at(3.8));
		line(x - at(1.2), y + at(3.8), x + at(5), y - at(4));
	} else {
		line(x - at(3.8), y - at(3.8), x + at(3.8), y + at(3.8));
		line(x + at(3.8), y - at(3.8), x - at(3.8), y + at(3.8));
	}
	noStroke();
}
