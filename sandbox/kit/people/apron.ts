/** Draws the apron and white cap of a person who cooks, in a figure's units. */
import { line, noStroke, stroke, strokeWeight } from 'braise/draw';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';

export function drawApron(colour: string): void {
	drawPaperPiece(colour, [-15, -126, 20, -126, 27, -98, 31, -57, -30, -57, -24, -98]);
	stroke(colour);
	strokeWeight(4);
	line(-13, -126, -10, -150);
	line(18, -126, 14, -150);
	noStroke();
	drawRoundedBox('rgba(255, 255, 255, 0.22)', -11, -102, 28, 21, 3);
}

/** Draws the cap over the hair. */
export function drawCap(): void {
	drawPaperPiece('#fffaf0', [31, -199, 32, -209, 20, -219, -4, -223, -24, -219, -32, -207, -30, -196, 0, -204]);
	drawPaperPiece('#e3dccb', [31, -199, 32, -204, 0, -210, -31, -202, -30, -196, 0, -204]);
}
